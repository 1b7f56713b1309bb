/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import org.copsuite.wiki.UserId;

/**
 * What the API says of a person.
 *
 * @param id the person's id
 * @param name the name to show
 * @param profile the absolute URL of the profile, {@code null} if there is none
 */
record PersonJson(UserId id, String name, @Nullable String profile)
{
}
