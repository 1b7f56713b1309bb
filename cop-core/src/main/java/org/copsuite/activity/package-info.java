/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What happened lately in communities, read from the ledger. Which acts there are, and what they are about, capabilities
 * contribute by {@link org.copsuite.spi.ActivityType}.
 */
package org.copsuite.activity;
