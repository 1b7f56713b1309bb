/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.UUID;

import org.copsuite.wiki.WikiId;

/**
 * A secret poll or a round of the pulse survey.
 *
 * @param wiki the wiki
 * @param id the id of the poll or round
 */
record Survey(WikiId wiki, UUID id)
{
}
