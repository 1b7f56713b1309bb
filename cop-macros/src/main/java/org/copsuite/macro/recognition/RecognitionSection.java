/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import java.util.Comparator;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Switches recognition on and off, and shows its point rules. */
@Component
@Named(RecognitionSection.HINT)
@Singleton
public class RecognitionSection implements AdministrationSection
{
    /** Hint of the section. */
    public static final String HINT = "recognition";

    @Inject
    private Printer printer;

    @Inject
    private Provider<RecognitionService> recognition;

    /**
     * Row of the table of point rules.
     *
     * @param name the name of the act, in the reader's language
     * @param points its points
     * @param capped whether the daily limit applies to it
     */
    public record Rule(String name, int points, boolean capped)
    {
    }

    @Override
    public int order()
    {
        return 300;
    }

    @Override
    public Html print()
    {
        PointRules rules = this.recognition.get().rules();
        List<Rule> earned = rules.points().entrySet().stream()
            .map(rule -> new Rule(this.printer.text("cop.rule." + rule.getKey()), rule.getValue(),
                rules.capped().contains(rule.getKey())))
            .sorted(Comparator.comparingInt(Rule::points).reversed().thenComparing(Rule::name)).toList();
        return this.printer.print("recognition/administration", "on",
            this.recognition.get().isOn(this.printer.wiki()), "rules", rules, "earned", earned);
    }
}
