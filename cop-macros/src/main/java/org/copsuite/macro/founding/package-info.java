/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What pages show of foundings: the wizard, and the checklist on the home page of a community in preparation. */
package org.copsuite.macro.founding;
