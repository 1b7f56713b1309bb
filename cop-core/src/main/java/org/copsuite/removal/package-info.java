/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Deletes what is recorded of a wiki, and decides whether an uninstallation drops the tables. Never deletes pages. How
 * an extension is uninstalled belongs to the binding.
 */
package org.copsuite.removal;
