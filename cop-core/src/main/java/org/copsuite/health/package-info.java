/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Reports the health of the suite to administrators and monitoring: lags, failures, repairs. Repairs nothing itself,
 * and does not check permissions; the caller does.
 */
package org.copsuite.health;
