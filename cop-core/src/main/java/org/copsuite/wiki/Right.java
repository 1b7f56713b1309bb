/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

/** A right on a page or in a space. Each right but {@link #VIEW} is checked by itself; none implies another. */
public enum Right
{
    /** Read. */
    VIEW,
    /** Take part: ask, answer, comment, vote. */
    COMMENT,
    /** Change and create pages. */
    EDIT,
    /** Run a community: close, accept for others, manage members. */
    MODERATE,
    /** Administer the space. */
    ADMINISTER
}
