/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resources of polls, the pulse survey and suggestions. */
package org.copsuite.rest.feedback;
