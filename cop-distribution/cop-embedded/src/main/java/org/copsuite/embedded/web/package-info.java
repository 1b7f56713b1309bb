/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What the embedded wiki serves: its servlets and filters, sessions, and the ports that belong to a request.
 */
package org.copsuite.embedded.web;
