/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of designated experts. */
package org.copsuite.rest.designation;
