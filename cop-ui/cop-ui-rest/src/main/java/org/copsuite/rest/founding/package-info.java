/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of foundings: templates, drafts, the launch of a community. */
package org.copsuite.rest.founding;
