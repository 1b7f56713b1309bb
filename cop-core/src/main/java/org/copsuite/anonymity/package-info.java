/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Questions that members ask anonymously. Who asked stands in one table, which {@link org.copsuite.anonymity.SealService}
 * alone reads; everything else names {@link org.copsuite.wiki.UserId#ANONYMOUS}. What a question is belongs to
 * {@code org.copsuite.question}.
 */
package org.copsuite.anonymity;
