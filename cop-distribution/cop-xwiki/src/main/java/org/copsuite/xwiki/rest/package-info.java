/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the suite's REST resources and filters as XWiki finds them. Registers each as a component under its own
 * class and repeats the annotations that are not inherited. Behaviour does not belong here but to {@code cop-ui-rest}.
 */
package org.copsuite.xwiki.rest;
