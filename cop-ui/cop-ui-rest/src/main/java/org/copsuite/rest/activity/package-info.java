/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of what happened lately. */
package org.copsuite.rest.activity;
