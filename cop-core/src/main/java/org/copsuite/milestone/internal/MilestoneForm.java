/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.wiki.UserId;

/**
 * The validated values of the form of a milestone.
 *
 * @param title one line
 * @param body xwiki/2.1, may be empty
 * @param due the date
 * @param owner who is responsible, {@code null} for nobody
 * @param people who works on it, without the owner
 * @param items the checklist
 * @param target the number to reach in plain digits, empty for none
 * @param unit what it counts, may be empty
 * @param assignments the owners and dates of items, each item once
 */
record MilestoneForm(String title, String body, LocalDate due, UserId owner, List<UserId> people, List<String> items,
    String target, String unit, List<Given> assignments)
{
    /** Maximum length of the text of an item that a message repeats. */
    private static final int TOLD = 60;

    private static final String ASSIGNMENTS = "assignments";

    /** Validates all but the people, who depend on the community. */
    static MilestoneForm of(Draft draft, FormCheck form)
    {
        String title =
            form.line("title", draft.title(), 3, MilestoneService.TITLE_MAXIMUM, "cop.milestone.error.title");
        String body = form.text("body", draft.body(), 0, MilestoneService.BODY_MAXIMUM, "cop.milestone.error.body");
        LocalDate due = MilestonePages.date(draft.due() == null ? "" : draft.due()).orElse(null);
        if (due == null) {
            form.refuse("due", "cop.milestone.error.due");
        }
        List<UserId> people =
            draft.people().stream().filter(person -> !person.equals(draft.owner())).distinct().toList();
        if (people.size() > MilestoneService.PEOPLE_MAXIMUM) {
            form.refuse("people", "cop.milestone.error.people.many", MilestoneService.PEOPLE_MAXIMUM);
        }
        List<String> items = items(draft, form);
        String target = target(draft, form, !items.isEmpty());
        String unit = form.line("unit", draft.unit(), 0, MilestoneService.UNIT_MAXIMUM, "cop.milestone.error.unit");
        return new MilestoneForm(title, body, due, draft.owner(), people, items, target, unit,
            assignments(draft, items, form));
    }

    private static List<String> items(Draft draft, FormCheck form)
    {
        List<String> items = MilestonePages.items(draft.items());
        if (items.size() > MilestoneService.ITEMS_MAXIMUM) {
            form.refuse("items", "cop.milestone.error.items.many", MilestoneService.ITEMS_MAXIMUM);
        }
        PlainText.block(draft.items()).lines().map(PlainText::line)
            .filter(item -> item.length() > MilestoneService.ITEM_MAXIMUM).findFirst()
            .ifPresent(item -> form.refuse("items", "cop.milestone.error.items.long", MilestoneService.ITEM_MAXIMUM));
        return items;
    }

    private static List<Given> assignments(Draft draft, List<String> items, FormCheck form)
    {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Assignment one : draft.assignments()) {
            String item = PlainText.line(one.item());
            String typed = one.due() == null ? "" : one.due().strip();
            LocalDate due = MilestonePages.date(typed).orElse(null);
            if (!items.contains(item)) {
                form.refuse(ASSIGNMENTS, "cop.milestone.error.item.unknown", PlainText.cut(item, TOLD));
            } else if (due == null && !typed.isEmpty()) {
                form.refuse(ASSIGNMENTS, "cop.milestone.error.item.due", PlainText.cut(item, TOLD));
            } else if (one.owner() != null || due != null) {
                given.putIfAbsent(item, new Given(item, one.owner(), due));
            }
        }
        return List.copyOf(given.values());
    }

    private static String target(Draft draft, FormCheck form, boolean hasItems)
    {
        String typed = PlainText.line(draft.target());
        if (typed.isEmpty()) {
            return "";
        }
        if (hasItems) {
            form.refuse("target", "cop.milestone.error.both");
        }
        return MilestonePages.number(typed).filter(number -> number.signum() > 0).map(MilestonePages::plain)
            .orElseGet(() -> {
                form.refuse("target", "cop.milestone.error.target");
                return "";
            });
    }

    /**
     * The owner and the date of an item.
     *
     * @param item the text of the item
     * @param owner who does it, {@code null} for nobody
     * @param due its date, {@code null} for none
     */
    record Given(String item, UserId owner, LocalDate due)
    {
    }
}
