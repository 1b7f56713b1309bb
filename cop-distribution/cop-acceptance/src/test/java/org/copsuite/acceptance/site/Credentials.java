/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

/**
 * An account of the tests.
 *
 * @param login what to type as login
 * @param name the name that pages show
 * @param password what to type as password
 */
public record Credentials(String login, String name, String password)
{
}
