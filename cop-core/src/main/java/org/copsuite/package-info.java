/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The domain of communities of practice, by capability: each package has its public roles and values, and an
 * {@code internal} package that no other package names. This package holds only what all of them share.
 */
package org.copsuite;
