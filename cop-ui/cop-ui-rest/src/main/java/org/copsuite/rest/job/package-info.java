/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of jobs. */
package org.copsuite.rest.job;
