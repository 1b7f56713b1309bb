/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The macros that put the suite on pages. A macro reads its parameters and the reader's choices from the address, asks
 * a fragment, and prints it; what goes wrong is a sentence on the page.
 */
package org.copsuite.macro;
