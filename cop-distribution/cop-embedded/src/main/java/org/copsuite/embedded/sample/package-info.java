/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The samples that a new embedded wiki starts with: people, two communities, what they asked and answered. The texts
 * are in readable resource files beside this package; here is what reads and installs them.
 */
package org.copsuite.embedded.sample;
