/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The rota of a community: who leads its discussions on which date. Stored are an order of people, a first date and an
 * interval, and the dates on which people agreed to swap; who leads follows from them and from who is away.
 */
package org.copsuite.rota;
