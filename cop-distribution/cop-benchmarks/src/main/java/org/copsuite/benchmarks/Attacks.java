/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Lists all attacks, in the order in which {@link AbuseBench} runs them. */
final class Attacks
{
    private static final int LENGTH = 29_000;

    private Attacks()
    {
    }

    static List<Attack> all()
    {
        return List.of(new TextAttack("nested-html", nested()), new TextAttack("suite-macros", macros()),
            new TextAttack("parser", constructs()), new WritersAttack(), new CommentsAttack(), new FormsAttack(),
            new DownloadsAttack(), new UploadsAttack(), new SlowBodiesAttack(), new SlowHeadsAttack(),
            new ConnectionsAttack(), new ReadersAttack(), new GuessesAttack(), new SessionsAttack(), new NamesAttack(),
            new ManyFieldsAttack(), new VersionsAttack(), new SmallUploadsAttack(), new PostUploadsAttack(),
            new PartsAttack(), new BrokenBodiesAttack(), new PipelinesAttack(), new RangesAttack(), new SearchesAttack(),
            new QuotationsAttack(), new LongThreadAttack(),
            new LanguagesAttack(), new LargePagesAttack(), new LongTextsAttack(), new HeldConnectionsAttack(),
            new ManyTextsAttack(), new PageSearchesAttack());
    }

    private static List<String> nested()
    {
        String tags = "<b><i><p>".repeat(1300);
        List<String> texts = new ArrayList<>();
        for (String syntax : List.of("html/5.0", "xhtml/1.0", "html/4.01", "markdown/1.2", "xwiki/2.0", "xwiki/2.1")) {
            texts.add("{{content syntax=\"" + syntax + "\"}}\n" + tags + "\n{{/content}}");
        }
        texts.add("{{html}}" + tags + "{{/html}}");
        texts.add("(((".repeat(4000));
        texts.add("{{box}}\n".repeat(1500));
        texts.add(">".repeat(LENGTH));
        texts.add("{{info}}(((".repeat(1000));
        return texts;
    }

    private static List<String> macros()
    {
        List<String> texts = new ArrayList<>();
        for (String macro : List.of("{{cop-questions limit=\"100\"/}}", "{{cop-communities/}}", "{{cop-search/}}",
            "{{cop-ask/}}", "{{cop-people/}}", "{{cop-leaderboard/}}", "{{cop-administration/}}", "{{toc/}}"))
        {
            texts.add((macro + "\n\n").repeat(Math.min(900, LENGTH / macro.length())));
        }
        return texts;
    }

    private static List<String> constructs()
    {
        List<String> texts = new ArrayList<>();
        for (String construct : List.of("[[", "a:", "[[a>>", "(%", "(% a=\"", "{{", "{{a", "{{{", "**", "//", "__", "|=", "|",
            "((", "!!", "* ", "=", "~", "image:", "[[image:", "http://", "a@", "{{/a}}", "<<<", "^^", ",,", "##", "--", "\n|",
            "\n* ", "\n1. ", "\n;", "\n:", "[[a||b=\"", "%)", "~[[", "mailto:", "\\\\", "]]", "}}}"))
        {
            texts.add(construct.repeat(LENGTH / construct.length()));
        }
        return texts;
    }
}
