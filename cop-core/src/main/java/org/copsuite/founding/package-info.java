/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * How communities begin: templates, drafts that a founder fills in step by step, and the checklist that a community in
 * preparation passes before it goes live. The community itself is made by {@code org.copsuite.community}.
 */
package org.copsuite.founding;
