/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * How the suite goes: what is recorded of a wiki is forgotten, and whether the tables go with the extension. Pages are
 * never deleted here. How an extension is uninstalled is the business of the binding.
 */
package org.copsuite.removal;
