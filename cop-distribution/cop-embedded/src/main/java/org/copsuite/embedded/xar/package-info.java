/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Reads the same XAR that XWiki installs and brings its pages into the embedded wiki, keeping those that people have
 * changed since the last import.
 */
package org.copsuite.embedded.xar;
