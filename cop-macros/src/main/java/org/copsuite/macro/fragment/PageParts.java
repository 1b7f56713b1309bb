/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.spi.PagePart;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints the contributed parts of a page one after the other. A part that fails leaves a message and the others. */
@Component(roles = PageParts.class)
@Singleton
public class PageParts
{
    @Inject
    private Refusals refusals;

    /**
     * Prints one part.
     *
     * @param <P> the role of the part
     */
    @FunctionalInterface
    public interface Printing<P extends PagePart>
    {
        /**
         * @param part the part
         * @return its HTML
         * @throws CopException if the part refuses
         */
        Html print(P part) throws CopException;
    }

    /**
     * @param parts the parts
     * @param <P> their role
     * @return the parts by their order; of those with the same order, by the names of their classes
     */
    public static <P extends PagePart> List<P> ordered(Collection<P> parts)
    {
        return parts.stream().sorted(Comparator.comparingInt(PagePart::order)
            .thenComparing(part -> part.getClass().getName())).toList();
    }

    /**
     * @param parts the parts
     * @param printing prints one of them
     * @param <P> their role
     * @return the parts by their order, each in lines of its own
     */
    public <P extends PagePart> Html print(Collection<P> parts, Printing<P> printing)
    {
        return printAsGiven(ordered(parts), printing);
    }

    /**
     * @param parts the parts
     * @param printing prints one of them
     * @param <P> their role
     * @return the parts in the order of the list, each in lines of its own
     */
    public <P extends PagePart> Html printAsGiven(List<P> parts, Printing<P> printing)
    {
        StringBuilder html = new StringBuilder();
        parts.forEach(part -> html.append(print(part, printing).value()).append('\n'));
        return new Html(html.toString());
    }

    private <P extends PagePart> Html print(P part, Printing<P> printing)
    {
        try {
            return printing.print(part);
        } catch (CopException e) {
            return this.refusals.of(part.getClass().getName(), e);
        } catch (RuntimeException e) {
            return this.refusals.of(part.getClass().getName(), e);
        }
    }
}
