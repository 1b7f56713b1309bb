/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.util.List;

/**
 * A complete list.
 *
 * @param items the items
 * @param <T> the type of the items
 */
public record ListJson<T>(List<T> items)
{
}
