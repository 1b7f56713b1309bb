/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.founding.CommunityTemplate;
import org.copsuite.founding.CommunityTemplate.MilestoneHint;
import org.copsuite.founding.CommunityTemplate.RoleHint;
import org.copsuite.founding.FoundingService;
import org.copsuite.wiki.Page;

/**
 * Reads a template from the text of its page: sections under the headings Purpose, Topics, Roles, Milestones, Welcome,
 * First questions and Guidelines, in any order and of any level. What stands before the first heading says whom the
 * template is for. Other sections are left out, and so is what exceeds the limits.
 */
final class TemplateText
{
    private static final Pattern HEADING = Pattern.compile("=+\\s*([^=]+?)\\s*=*");

    private static final Pattern ITEM = Pattern.compile("[*1]+\\.?\\s+(.+)");

    private static final Pattern WEEKS = Pattern.compile("(?i)in ([0-9]{1,3}) weeks?:\\s*(.+)");

    private static final int LINE = 200;

    private static final int ITEMS = 20;

    private static final int TEXT = FoundingService.TEXT_MAXIMUM;

    private final Map<String, StringBuilder> sections = new HashMap<>();

    private TemplateText(String text)
    {
        StringBuilder section = this.sections.computeIfAbsent("", name -> new StringBuilder());
        for (String line : PlainText.block(text).split("\n")) {
            Matcher heading = HEADING.matcher(line.strip());
            if (heading.matches()) {
                section = this.sections.computeIfAbsent(heading.group(1).toLowerCase(Locale.ROOT),
                    name -> new StringBuilder());
            } else {
                section.append(line).append('\n');
            }
        }
    }

    static CommunityTemplate read(Page page)
    {
        TemplateText text = new TemplateText(page.content());
        return new CommunityTemplate(page.id(), PlainText.line(page.title()), line(text.section("")),
            text.section("purpose"), Tags.normalise(List.of(text.section("topics").split("[,\\s*]+"))),
            text.items("roles").stream().map(TemplateText::role).toList(),
            text.items("milestones").stream().map(TemplateText::milestone).toList(), text.section("welcome"),
            text.items("first questions"), text.section("guidelines"));
    }

    private String section(String name)
    {
        String text = this.sections.getOrDefault(name, new StringBuilder()).toString().strip();
        return text.length() > TEXT ? PlainText.cut(text, TEXT) : text;
    }

    private List<String> items(String name)
    {
        List<String> items = new ArrayList<>();
        for (String line : section(name).split("\n")) {
            Matcher item = ITEM.matcher(line.strip());
            if (item.matches() && items.size() < ITEMS) {
                items.add(line(item.group(1)));
            }
        }
        return items;
    }

    /** @return the text in one line, without the marks of bold and italic words */
    private static String line(String text)
    {
        return PlainText.cut(PlainText.line(text.replace("**", "").replace("//", "")), LINE);
    }

    private static RoleHint role(String item)
    {
        int colon = item.indexOf(':');
        return colon < 0 ? new RoleHint(item, "")
            : new RoleHint(item.substring(0, colon).strip(), item.substring(colon + 1).strip());
    }

    private static MilestoneHint milestone(String item)
    {
        Matcher weeks = WEEKS.matcher(item);
        return weeks.matches() ? new MilestoneHint(weeks.group(2), Integer.parseInt(weeks.group(1)))
            : new MilestoneHint(item, 0);
    }
}
