/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

/**
 * Part that a capability contributes to a page. A part that throws an exception does not take the page with it: the page
 * shows a sentence in its place. Implementations are thread-safe.
 */
public interface PagePart
{
    /**
     * @return the position among the parts of a page: the page shows lower numbers first. The suite's own parts have
     *         multiples of 100, so that others fit in between
     */
    int order();
}
