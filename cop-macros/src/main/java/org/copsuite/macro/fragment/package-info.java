/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains what fragments share: the printer of templates, links, ages and members' texts. A fragment is HTML for a part
 * of a page, printed with a template from what a service returns for the reader. Macros put fragments on pages and REST
 * resources return them after a write, so both always show the same. A fragment passes on the {@code CopException} of
 * the service; writes do not belong here.
 */
package org.copsuite.macro.fragment;
