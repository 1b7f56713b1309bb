/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the rendering of wiki text to HTML by XWiki Rendering, and the names of pages in texts and URLs. Renders
 * members' text always restricted and within limits of size, depth and time, and pages with the trust that their
 * authors have. The HTML around the content does not belong here: the web layer prints it.
 */
package org.copsuite.embedded.render;
