/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of charters. */
package org.copsuite.rest.charter;
