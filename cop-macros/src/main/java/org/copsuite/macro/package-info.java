/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains what all macros of the suite share: their base class, their input and their limits. A macro reads its
 * parameters and the reader's choices in the URL, prints a fragment, and shows a message on the page if it fails. The
 * macros and fragments of a capability are in its package below this one; what fragments share is in
 * {@link org.copsuite.macro.fragment}.
 */
package org.copsuite.macro;
