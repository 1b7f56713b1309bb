/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The REST API under {@code /rest/wikis/{wiki}/cop}: every write of the suite, JSON for machines, HTML fragments for
 * pages. Contains what every resource uses: the base class, the fields of a write, the filters and the answers to
 * failures. The resources are in one package for each capability; a resource translates between HTTP and a capability's
 * service, and decides nothing.
 */
package org.copsuite.rest;
