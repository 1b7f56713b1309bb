/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of the people who are asked to answer questions. */
package org.copsuite.rest.routing;
