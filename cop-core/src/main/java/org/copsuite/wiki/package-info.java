/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The ports: everything that the suite needs of its wiki. Each port is a small component role that a binding
 * implements, on XWiki Platform or on the embedded wiki; the types here are the suite's own values, so that no
 * capability names a type of the wiki. Contains no rule of a community of practice and no state.
 */
package org.copsuite.wiki;
