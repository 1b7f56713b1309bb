/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of endorsements. */
package org.copsuite.rest.endorsement;
