/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

/**
 * A switch of the administration.
 *
 * @param on whether it is on
 */
public record SwitchJson(boolean on)
{
}
