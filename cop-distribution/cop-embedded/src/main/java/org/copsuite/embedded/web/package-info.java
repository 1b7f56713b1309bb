/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The pages of the embedded wiki in a browser: servlets, sessions, the actions on pages, the administration, and the
 * ports that depend on a request (Requests, Links, Editor). Every response carries the security headers, every write
 * checks the form token, every page checks {@code Access}. Rendering of texts belongs to {@code render}; rules of a
 * community of practice do not belong here.
 */
package org.copsuite.embedded.web;
