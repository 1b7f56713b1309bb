/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of projects. */
package org.copsuite.rest.project;
