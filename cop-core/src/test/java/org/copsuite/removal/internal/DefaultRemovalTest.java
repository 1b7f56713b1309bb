/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.removal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.Schema;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.removal.Removal;
import org.copsuite.search.EmbeddedIndex;
import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DefaultRemovalTest extends AbstractQuestionTest
{
    private static final Setting<String> OTHER = Setting.text("a", 10, "", Setting.Scope.WIKI);

    private EmbeddedIndex index;

    private Removal removal;

    @BeforeEach
    void start()
    {
        this.index = new EmbeddedIndex();
        this.wiki.with(Index.class, this.index);
        this.removal = this.wiki.get(Removal.class);
    }

    @AfterEach
    void close()
    {
        this.index.close();
    }

    private Set<String> tables()
    {
        Set<String> tables = new TreeSet<>();
        try (Session session = this.wiki.database().sessions().openSession()) {
            session.doWork(connection -> {
                try (var found = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(),
                    "%", new String[] {"TABLE", "BASE TABLE"})) {
                    while (found.next()) {
                        String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                        if (name.startsWith("cop_")) {
                            tables.add(name);
                        }
                    }
                }
            });
        }
        return tables;
    }

    @Test
    void forgetsWhatIsRecordedAndKeepsThePages() throws Exception
    {
        PostId question = ask(this.anna, TITLE, "tag");
        this.service.vote(this.bert, question, 1);
        this.wiki.get(Settings.class).set(OTHER, SettingTarget.wiki(new WikiId("other")), "b");
        this.wiki.get(Suite.class).turn(WIKI, false);

        this.removal.forget(this.admin, WIKI, " xwiki ");

        assertThat(this.ledger.about(WIKI, question.value())).isEmpty();
        assertThat(list(this.anna, Order.NEWEST)).isEmpty();
        assertThat(this.wiki.pages().holding(WIKI, question.value())).hasSize(1);
        assertThat(this.wiki.get(Suite.class).isOn(WIKI)).isFalse();
        assertThat(this.wiki.get(Settings.class).get(OTHER, new WikiId("other"))).isEqualTo("b");
    }

    @Test
    void beginsAnewWithThePagesThatAreThere() throws Exception
    {
        PostId question = ask(this.anna, TITLE, "tag");
        this.service.vote(this.bert, question, 1);
        this.wiki.get(Suite.class).turn(WIKI, false);
        this.removal.forget(this.admin, WIKI, WIKI.value());
        this.wiki.get(Suite.class).turn(WIKI, true);

        assertThat(this.wiki.get(PageSynchroniser.class).reconcile(WIKI)).isEqualTo(2);

        CommunityView again = this.communities.get(this.anna, WIKI, this.community.id());
        assertThat(again.questions()).isEqualTo(1);
        assertThat(view(this.bert, question).post().tally().score()).isZero();
        assertThat(this.ledger.<Object>read(session -> session
            .createNativeQuery("select count(*) from cop_recount where wiki = :wiki").setParameter("wiki", WIKI.value())
            .getSingleResult())).as("by which rules the new points are made").hasToString("1");
    }

    @Test
    void forgetsOnlyForAnAdministratorWhoSaysSoAndWhereTheSuiteIsOff() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        refusal(Kind.FORBIDDEN, () -> this.removal.forget(this.anna, WIKI, WIKI.value()));
        refusal(Kind.FORBIDDEN, () -> this.removal.forget(UserId.GUEST, WIKI, WIKI.value()));
        refusal(Kind.CONFLICT, () -> this.removal.forget(this.admin, WIKI, WIKI.value()));
        this.wiki.get(Suite.class).turn(WIKI, false);
        for (String typed : List.of("", "XWIKI", "yes")) {
            assertThat(refusal(Kind.INVALID, () -> this.removal.forget(this.admin, WIKI, typed)).getFields())
                .containsOnlyKeys("confirmation");
        }
        assertThat(this.ledger.about(WIKI, question.value())).isNotEmpty();
    }

    @Test
    void whatAnUninstallationLeavesIsDecidedInTheMainWikiWhereItCanBeUninstalled() throws Exception
    {
        assertThat(this.removal.mayDecide(this.admin, WIKI)).isFalse();
        refusal(Kind.FORBIDDEN, () -> this.removal.decide(this.admin, WIKI, true, WIKI.value()));

        SessionFactory sessions = this.wiki.database().sessions();
        this.wiki.with(Database.class, new Database()
        {
            @Override
            public SessionFactory sessions()
            {
                return sessions;
            }

            @Override
            public boolean isRemovable()
            {
                return true;
            }
        });

        assertThat(this.removal.isPurging()).isFalse();
        assertThat(this.removal.mayDecide(this.anna, WIKI)).isFalse();
        assertThat(this.removal.mayDecide(this.admin, new WikiId("sub"))).isFalse();
        refusal(Kind.FORBIDDEN, () -> this.removal.decide(this.anna, WIKI, true, WIKI.value()));
        refusal(Kind.INVALID, () -> this.removal.decide(this.admin, WIKI, true, "yes"));
        assertThat(this.removal.isPurging()).isFalse();
        this.removal.decide(this.admin, WIKI, true, WIKI.value());
        assertThat(this.removal.isPurging()).isTrue();
        this.removal.decide(this.admin, WIKI, false, "");
        assertThat(this.removal.isPurging()).isFalse();
    }

    @Test
    void everyTableOfTheSuiteIsKnown()
    {
        assertThat(tables()).isEqualTo(new TreeSet<>(Schema.tables()));
    }
}
