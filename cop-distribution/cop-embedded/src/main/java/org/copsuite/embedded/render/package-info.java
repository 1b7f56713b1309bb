/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Turns wiki text into HTML with XWiki Rendering: members' text always restricted and within limits of size, depth and
 * time; pages with the trust that their authors have.
 * How pages are named in texts and URLs is settled here too. What surrounds the content is the web layer's.
 */
package org.copsuite.embedded.render;
