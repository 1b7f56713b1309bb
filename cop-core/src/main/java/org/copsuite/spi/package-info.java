/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What a capability contributes to the others: component roles with one component per contribution, found by role. The
 * code that uses a role names no capability; a contribution lives in the internal package of its capability.
 */
package org.copsuite.spi;
