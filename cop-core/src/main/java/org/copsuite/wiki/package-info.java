/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The ports: all that the suite asks of the wiki it lives in.
 * Each port is a small component role that a binding implements (on XWiki Platform, or on the embedded wiki); the
 * types here are values of our own, so that no capability names a type of the wiki.
 * No rule of a community of practice lives here, and nothing here keeps state.
 */
package org.copsuite.wiki;
