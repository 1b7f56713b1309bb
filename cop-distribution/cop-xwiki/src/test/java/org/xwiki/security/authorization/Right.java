/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.security.authorization;

/** Stands in for the platform's in tests: its constants are values. */
public final class Right
{
    public static final Right VIEW = new Right("view");

    public static final Right COMMENT = new Right("comment");

    public static final Right EDIT = new Right("edit");

    public static final Right ADMIN = new Right("admin");

    public static final Right ILLEGAL = new Right("illegal");

    private final String name;

    private Right(String name)
    {
        this.name = name;
    }

    public static Right toRight(String name)
    {
        return ILLEGAL;
    }

    @Override
    public String toString()
    {
        return this.name;
    }
}
