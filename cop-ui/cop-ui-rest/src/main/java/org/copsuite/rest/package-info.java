/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The REST API under {@code /rest/wikis/{wiki}/cop}: every write of the suite, JSON for machines, HTML fragments for
 * pages. A resource translates between HTTP and a capability's service, and decides nothing.
 */
package org.copsuite.rest;
