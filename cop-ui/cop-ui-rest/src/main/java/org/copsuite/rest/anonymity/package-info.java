/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of anonymous questions. */
package org.copsuite.rest.anonymity;
