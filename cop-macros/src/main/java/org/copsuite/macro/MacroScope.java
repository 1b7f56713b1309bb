/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

/** Where a macro of the suite may stand. Each macro declares its place; one that declares none is for administrators. */
public enum MacroScope
{
    /** In members' texts too: it shows something, and sends nothing. */
    TEXTS,
    /** On pages, whoever wrote them: it has forms of what any reader may do. */
    PAGES,
    /** On pages that only administrators wrote: one click in it changes the wiki for everybody. */
    ADMINISTRATION
}
