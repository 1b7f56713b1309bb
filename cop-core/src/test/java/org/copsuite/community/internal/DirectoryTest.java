/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.community.DirectoryQuery.Activity;
import org.copsuite.ledger.CommunityId;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The filters of the directory. */
@OnEveryDatabase
class DirectoryTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final CommunityService service = this.wiki.get(CommunityService.class);

    @BeforeEach
    void found() throws Exception
    {
        found("Alpha", List.of("sql", "sql-server"), Visibility.OPEN, null);
        found("Beta", List.of("sql-server"), Visibility.OPEN, Joining.REQUEST);
        found("Gamma", List.of("sql"), Visibility.OPEN, Joining.INVITATION);
        found("Secret", List.of("sql"), Visibility.PRIVATE, null);
        this.service.prepare(this.boss, draft("Coming", List.of("sql"), Visibility.OPEN, Joining.REQUEST));
        long old = Instant.now().minus(Duration.ofDays(DirectoryQuery.QUIET_DAYS + 2)).toEpochMilli();
        this.wiki.database().execute("update cop_community set active = " + old + " where title in ('Beta', 'Secret')");
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private CommunityId found(String title, List<String> domains, Visibility access, Joining joining)
        throws CopException
    {
        return this.service.found(this.boss, draft(title, domains, access, joining)).id();
    }

    private static CommunityDraft draft(String title, List<String> domains, Visibility access, Joining joining)
    {
        return new CommunityDraft(new CommunityId(UUID.randomUUID()), WIKI, title, "All of " + title, domains, access,
            joining);
    }

    private List<String> titles(UserId reader, String text, String domain, Joining joining, Activity activity)
        throws CopException
    {
        return this.service.search(reader, WIKI, new DirectoryQuery(text, domain, joining, activity), null, 100).items()
            .stream().map(CommunityView::title).sorted().toList();
    }

    @Test
    void filtersByTopicWayOfJoiningAndActivity() throws Exception
    {
        assertThat(titles(this.anna, "", null, null, null)).containsExactly("Alpha", "Beta", "Gamma");
        assertThat(titles(this.anna, "", "SQL", null, null)).containsExactly("Alpha", "Gamma");
        assertThat(titles(this.anna, "", "sql-server", null, null)).containsExactly("Alpha", "Beta");
        assertThat(titles(this.anna, "", "%", null, null)).isEmpty();
        assertThat(titles(this.anna, "", "", Joining.OPEN, null)).containsExactly("Alpha");
        assertThat(titles(this.anna, "", null, Joining.REQUEST, null)).containsExactly("Beta");
        assertThat(titles(this.anna, "", null, Joining.INVITATION, null)).containsExactly("Gamma");
        assertThat(titles(this.anna, "", null, null, Activity.QUIET)).containsExactly("Beta");
        assertThat(titles(this.anna, "", null, null, Activity.ACTIVE)).containsExactly("Alpha", "Gamma");
        assertThat(titles(this.anna, "gamma all", "sql", Joining.INVITATION, Activity.ACTIVE)).containsExactly("Gamma");
        assertThat(titles(this.anna, "gamma", "sql", Joining.OPEN, null)).isEmpty();
    }

    @Test
    void listsPrivateOnesAndThoseInPreparationForTheirMembersOnly() throws Exception
    {
        assertThat(titles(this.boss, "", "sql", Joining.INVITATION, null)).containsExactly("Coming", "Gamma", "Secret");
        assertThat(titles(this.boss, "", null, null, Activity.QUIET)).containsExactly("Beta", "Secret");
        assertThat(titles(UserId.GUEST, "", "sql", Joining.INVITATION, null)).containsExactly("Gamma");
    }

    @Test
    void continuesAFilteredListAndNoOther() throws Exception
    {
        for (int i = 0; i < 5; i++) {
            found("Club " + i, List.of("clubs"), Visibility.OPEN, null);
        }
        DirectoryQuery clubs = new DirectoryQuery("", "clubs", Joining.OPEN, Activity.ACTIVE);
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<CommunityView> slice = this.service.search(this.anna, WIKI, clubs, after, 2);
            slice.items().forEach(one -> seen.add(one.title()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).containsExactly("Club 4", "Club 3", "Club 2", "Club 1", "Club 0");
        String next = this.service.search(this.anna, WIKI, clubs, null, 2).next();
        assertThatThrownBy(() -> this.service.search(this.anna, WIKI,
            new DirectoryQuery("", "clubs", Joining.REQUEST, Activity.ACTIVE), next, 2)).isInstanceOf(CopException.class);
    }

    @Test
    void aFilterCostsNoMoreStatements() throws Exception
    {
        this.service.join(this.anna, this.service.named(this.anna, WIKI, "Alpha").orElseThrow().id());
        this.wiki.database().startCounting();
        titles(this.anna, "", null, null, null);
        long all = this.wiki.database().statements();
        this.wiki.database().startCounting();
        assertThat(titles(this.anna, "alpha", "sql", Joining.OPEN, Activity.ACTIVE)).containsExactly("Alpha");
        assertThat(this.wiki.database().statements()).isEqualTo(all).isLessThanOrEqualTo(3);
    }
}
