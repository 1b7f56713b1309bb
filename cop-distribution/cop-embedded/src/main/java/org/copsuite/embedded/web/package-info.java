/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What a browser sees of the embedded wiki: servlets, sessions, the actions on pages, the administration, and the ports
 * that belong to a request (Requests, Links, Editor).
 * Every answer carries the security headers, every write asks for the form token, every page asks {@code Access}. Texts
 * are rendered in {@code render}; nothing of a community of practice lives here.
 */
package org.copsuite.embedded.web;
