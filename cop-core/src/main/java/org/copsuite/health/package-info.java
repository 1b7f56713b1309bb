/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * How the suite does, for administrators and their monitoring: what lags, what fails, what was mended. It only asks
 * others, mends nothing, and asks nobody's rights: the caller does.
 */
package org.copsuite.health;
