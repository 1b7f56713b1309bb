/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.Tags;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.ledger.RowKey;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Projection of declared topics. A key is the id of a topic of a person. */
@Component
@Named("topics")
@Singleton
public class TopicProjection implements Projection
{
    private static final int AFTER_POSTS = 700;

    /**
     * @param topic a normalised topic
     * @param note what the person offers
     * @return the detail of the entry
     */
    static String detail(String topic, String note)
    {
        return topic + '\n' + note;
    }

    @Override
    public int order()
    {
        return AFTER_POSTS;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        if (ExpertiseService.DECLARED.equals(entry.getAct())) {
            declare(session, entry);
        } else if (ExpertiseService.RETRACTED.equals(entry.getAct())) {
            session.createQuery("delete from TopicRow where wiki = :wiki and id = :id")
                .setParameter("wiki", entry.getWiki()).setParameter("id", entry.getSubject()).executeUpdate();
        }
    }

    private static void declare(Session session, LedgerEntry entry)
    {
        TopicRow row = session.get(TopicRow.class, new RowKey(entry.getWiki(), entry.getSubject()));
        boolean isNew = row == null;
        if (isNew) {
            row = new TopicRow(entry.getWiki(), entry.getSubject());
            row.person = entry.getBeneficiary().value();
            row.at = entry.getAt().toEpochMilli();
            row.sequence = entry.getSequence();
        }
        String detail = entry.getDetail();
        int end = detail.indexOf('\n');
        String topic = detail.substring(0, end);
        // An older version recorded other forms.
        row.topic = Tags.normalise(topic).orElse(topic);
        row.note = detail.substring(end + 1);
        row.level = entry.getWeight() - 1;
        if (isNew) {
            session.persist(row);
        }
        session.flush();
        session.evict(row);
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        return ProjectionKeys.of(session, wiki, after, limit, ExpertiseService.DECLARED, "TopicRow");
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        UUID id = UUID.fromString(key);
        session.createQuery("delete from TopicRow where wiki = :wiki and id = :id").setParameter("wiki", wiki)
            .setParameter("id", id).executeUpdate();
        ProjectionKeys.about(session, wiki, id).forEach(entry -> apply(session, entry, null));
    }
}
