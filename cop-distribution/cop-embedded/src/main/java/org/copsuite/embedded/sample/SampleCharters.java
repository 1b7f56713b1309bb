/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.charter.CharterService;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.ledger.CommunityId;
import org.copsuite.page.PageWriter;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * Writes the charters of the sample communities by their pages, on days of the past: first with the numbers from which the
 * community starts, later with those that it has now.
 */
@Component(roles = SampleCharters.class)
@Singleton
public class SampleCharters
{
    private static final String FILE = "charters.txt";

    private static final String NAME = "Charter";

    private static final String START = "Start";

    @Inject
    private CharterService charters;

    @Inject
    private CommunityService communities;

    @Inject
    private PageWriter writer;

    @Inject
    private Pages pages;

    void install(Instant now) throws IOException, CopException
    {
        Map<SampleSection, List<SampleSection>> objectives = new LinkedHashMap<>();
        SampleSection charter = null;
        for (SampleSection section : SampleFile.read(FILE)) {
            charter = NAME.equals(section.kind()) ? section : charter;
            objectives.computeIfAbsent(charter, one -> new ArrayList<>());
            if (charter != section) {
                objectives.get(charter).add(section);
            }
        }
        for (Map.Entry<SampleSection, List<SampleSection>> one : objectives.entrySet()) {
            write(one.getKey(), one.getValue(), now);
        }
    }

    private void write(SampleSection charter, List<SampleSection> objectives, Instant now) throws CopException
    {
        UserId author = Account.idOf(charter.get("By"));
        CommunityView community = this.communities.get(author, WikiOptions.WIKI,
            new CommunityId(SampleSection.id(charter.get("Community"))));
        if (this.charters.get(author, community).isBlank()) {
            PageId page = community.page().space().page(NAME);
            save(page, charter, author, charter.time("At", now), lines(objectives, START, now));
            save(page, charter, author, charter.time("Changed", now), lines(objectives, "Now", now));
        }
    }

    private void save(PageId page, SampleSection charter, UserId author, Instant at, String objectives) throws CopException
    {
        this.writer.save(new PageDraft(page, NAME, charter.text(), author, at, new PageObject("charter",
            SampleSection.id("charter/" + charter.get("Community")), Map.of("objectives", objectives)), false, "", false,
            this.pages.load(page).map(Page::version).orElse(null)));
    }

    /** @return the objectives as the page keeps them, one a line, at the number in a field */
    private static String lines(List<SampleSection> objectives, String field, Instant now)
    {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return String.join("\n", objectives.stream().map(one -> String.join("\t",
            SampleSection.id(one.get("Community") + '/' + one.get("Title")).toString(), one.get("Title"), one.get("Measure"),
            number(one, START), one.get("Target"), number(one, field),
            today.plusDays(Long.parseLong(one.get("Due"))).toString())).toList());
    }

    private static String number(SampleSection objective, String field)
    {
        return objective.has(field) ? objective.get(field) : "0";
    }
}
