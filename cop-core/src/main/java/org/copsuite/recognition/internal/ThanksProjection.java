/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.ledger.RowKey;
import org.copsuite.recognition.RecognitionService;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Projection of thanks. A key is the id of thanks. */
@Component
@Named("thanks")
@Singleton
public class ThanksProjection implements Projection
{
    private static final int AFTER_POSTS = 800;

    private static final String NO_POST = "-";

    private static final String WIKI = "wiki";

    @Override
    public int order()
    {
        return AFTER_POSTS;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        if (RecognitionService.THANKED.equals(entry.getAct())) {
            session.persist(row(entry));
        } else if (RecognitionService.UNTHANKED.equals(entry.getAct())) {
            session.createQuery("update ThanksRow set withdrawn = true where wiki = :wiki and id = :id")
                .setParameter(WIKI, entry.getWiki()).setParameter("id", entry.getSubject()).executeUpdate();
        }
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        return ProjectionKeys.of(session, wiki, after, limit, RecognitionService.THANKED, "ThanksRow");
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        UUID id = UUID.fromString(key);
        ThanksRow old = session.get(ThanksRow.class, new RowKey(wiki, id));
        if (old != null) {
            session.delete(old);
            session.flush();
        }
        for (LedgerEntry entry : ProjectionKeys.about(session, wiki, id)) {
            apply(session, entry, null);
            session.flush();
        }
    }

    private static ThanksRow row(LedgerEntry entry)
    {
        ThanksRow row = new ThanksRow(entry.getWiki(), entry.getSubject());
        String detail = entry.getDetail();
        int end = detail.indexOf('\n');
        String post = detail.substring(0, end);
        row.thanker = entry.getActor().value();
        row.thanked = entry.getBeneficiary().value();
        row.community = entry.getCommunity();
        row.post = NO_POST.equals(post) ? null : UUID.fromString(post);
        row.message = detail.substring(end + 1);
        row.at = entry.getAt().toEpochMilli();
        row.sequence = entry.getSequence();
        return row;
    }
}
