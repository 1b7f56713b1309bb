/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Tags;
import org.copsuite.ledger.AbstractCheckpointedConsumer;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.QuestionFacts;
import org.copsuite.question.QuestionActs;
import org.copsuite.routing.internal.RoutingChoice.Chosen;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Brings new questions to the people most likely to answer, edited ones that got another tag, and unanswered ones that
 * many more people have. What it has done for
 * an entry is committed with the mark that it has, so a crash or a second node tells nobody else.
 */
@Component
@Named(RoutingConsumer.NAME)
@Singleton
public class RoutingConsumer extends AbstractCheckpointedConsumer
{
    static final String NAME = "routing";

    /** Older questions are no news: an import brings questions of years. */
    private static final Duration NEWS = Duration.ofDays(2);

    @Inject
    private Ledger ledger;

    @Inject
    private PostSource posts;

    @Inject
    private RoutingChoice choice;

    @Inject
    private RoutingWriter writer;

    @Inject
    private Settings settings;

    @Inject
    private Suite suite;

    /** Creates the consumer. */
    public RoutingConsumer()
    {
        super(NAME);
    }

    /** Older questions have had their readers. */
    @Override
    protected long initialCheckpoint()
    {
        return this.ledger.head();
    }

    @Override
    protected boolean process(LedgerEntry entry) throws CopException
    {
        boolean asked = entry.is(QuestionActs.ASKED);
        boolean needed = entry.is(QuestionActs.NEEDED);
        if (!asked && !needed && !entry.is(QuestionActs.EDITED) || !isNews(entry) || !this.suite.isOn(entry.getWiki())) {
            return false;
        }
        QuestionFacts question = this.posts.question(entry.getWiki(), new PostId(entry.getSubject())).orElse(null);
        if (question == null || !isOpen(question)) {
            return false;
        }
        RoutingRow before = this.ledger.read(session -> row(session, entry));
        if (before != null && before.sequence >= entry.getSequence()) {
            return false;
        }
        boolean more = needed ? isWanted(entry.getWiki(), question, before)
            : before != null && !Tags.split(before.tags).containsAll(question.tags());
        if (!asked && !more && (needed || before != null)) {
            return false;
        }
        // Of a question that was asked before the suite brought questions to people, only the tags are noted.
        List<Chosen> chosen = asked || more ? this.choice.likely(entry.getWiki(), question) : List.of();
        return this.ledger.decide(tx -> route(tx, entry, question, chosen));
    }

    /** Returns whether so many more people have an unanswered question that further people are told of it. */
    private boolean isWanted(WikiId wiki, QuestionFacts question, RoutingRow before)
    {
        int again = this.settings.get(RoutingSettings.AGAIN, SettingTarget.community(wiki, question.community()));
        return again > 0 && question.answers() == 0
            && question.needed() - (before == null ? 0 : before.needed) >= again;
    }

    private static boolean isOpen(QuestionFacts question)
    {
        return !question.closed() && !question.solved() && !question.author().isImported()
            && !question.author().isGuest();
    }

    /**
     * Costs no statement, since an import brings very many entries. A copied page is no new question; a minor edit adds
     * a tag as any other does.
     */
    private static boolean isNews(LedgerEntry entry)
    {
        return !entry.getActor().isImported() && (entry.getWeight() != 0 || entry.is(QuestionActs.EDITED))
            && entry.getAt().isAfter(Instant.now().minus(NEWS));
    }

    private boolean route(Ledger.Transaction tx, LedgerEntry entry, QuestionFacts question, List<Chosen> chosen)
    {
        Session session = tx.session();
        RoutingRow row = row(session, entry);
        if (row != null && row.sequence >= entry.getSequence()) {
            return false;
        }
        WikiId wiki = entry.getWiki();
        this.writer.route(tx, wiki, question, chosen);
        Set<String> tags = new LinkedHashSet<>(row == null ? List.of() : Tags.split(row.tags));
        tags.addAll(question.tags());
        if (row == null) {
            row = new RoutingRow(wiki.value(), entry.getSubject());
        }
        if (entry.is(QuestionActs.NEEDED)) {
            row.needed = question.needed();
        }
        row.tags = joined(tags);
        row.sequence = entry.getSequence();
        session.persist(row);
        return true;
    }

    /** Forgets the oldest tags of a question that has had very many. */
    private static String joined(Set<String> tags)
    {
        List<String> kept = new ArrayList<>(tags);
        while (Tags.join(kept).length() > RoutingRow.TAGS_MAXIMUM) {
            kept.remove(0);
        }
        return Tags.join(kept);
    }

    private static RoutingRow row(Session session, LedgerEntry entry)
    {
        return session.get(RoutingRow.class, new RowKey(entry.getWiki(), entry.getSubject()));
    }
}
