/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.syntax.MacroCatalog;
import org.copsuite.syntax.SourceText;
import org.copsuite.syntax.SourceText.Kind;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/**
 * Prints the preview of a text, with remarks about macros that the wiki will show otherwise than the author may expect.
 */
@Component(roles = Previews.class)
@Singleton
public class Previews
{
    /** Maximum length of a text that gets remarks, in characters. Every form refuses a longer one. */
    private static final int LONGEST = 300_000;

    @Inject
    private Printer printer;

    @Inject
    private MemberTexts memberTexts;

    @Inject
    private Provider<MacroCatalog> macros;

    /**
     * Remark of the preview about macros.
     *
     * @param kind the suffix of the translation key
     * @param macros the names of the macros in double braces, separated by commas
     */
    public record Line(String kind, String macros)
    {
    }

    /**
     * @param text a text that is still being written, xwiki/2.1
     * @param page the page of the text, which need not exist yet
     * @return the remarks, and the text as readers will see it
     */
    public Html print(String text, PageId page)
    {
        return this.printer.print("part/preview", "remarks", lines(text), "html", this.memberTexts.preview(text, page));
    }

    /**
     * @param text a text that is still being written, xwiki/2.1
     * @return only the remarks
     */
    public Html remarks(String text)
    {
        return this.printer.print("part/preview", "remarks", lines(text), "html", Html.EMPTY);
    }

    private List<Line> lines(String text)
    {
        Set<SourceText.Remark> remarks =
            text.length() > LONGEST ? Set.of() : SourceText.of(text, this.macros.get()).remarks();
        List<Line> lines = new ArrayList<>();
        Arrays.stream(Kind.values()).forEach(kind -> {
            String names = remarks.stream().filter(remark -> remark.kind() == kind)
                .map(remark -> "{{" + remark.macro() + "}}").collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                lines.add(new Line(kind.name().toLowerCase(Locale.ROOT), names));
            }
        });
        return lines;
    }
}
