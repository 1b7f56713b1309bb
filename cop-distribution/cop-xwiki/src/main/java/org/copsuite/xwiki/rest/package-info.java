/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The suite's resources and filters as XWiki finds them: each is registered under its own class, and carries the
 * annotations that are not inherited. What they do is in {@code cop-ui-rest}.
 */
package org.copsuite.xwiki.rest;
