/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

/** Where a macro of the suite may be used. Each macro declares its scope; the default is {@link #ADMINISTRATION}. */
public enum MacroScope
{
    /** Also in members' texts: it only shows something and performs no action. */
    TEXTS,
    /** On pages of any author: its forms offer only actions that any reader may perform. */
    PAGES,
    /** Only on pages of administrators: one click in it changes the wiki for everybody. */
    ADMINISTRATION
}
