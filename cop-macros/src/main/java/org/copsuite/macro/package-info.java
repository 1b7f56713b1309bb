/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macros that put the suite on pages. A macro reads its parameters and the reader's choices in the URL,
 * prints a fragment, and shows a message on the page if it fails. The HTML itself belongs to
 * {@link org.copsuite.macro.fragment}.
 */
package org.copsuite.macro;
