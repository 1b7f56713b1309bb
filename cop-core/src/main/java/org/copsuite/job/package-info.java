/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Long work in steps: what is running, how far it is, and how it is started and cancelled. The work itself is contributed
 * as an {@link org.copsuite.spi.JobType}; this package stores its position and runs it on one node at a time.
 */
package org.copsuite.job;
