/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Handover: what only one person holds in a community, for the day on which they leave, with who could take it over. The
 * checklist of a handover is a milestone.
 */
package org.copsuite.handover;
