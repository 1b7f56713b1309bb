/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.CurrentWeek;
import org.copsuite.FormCheck;
import org.copsuite.community.CommunityAccess;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.person.Persons;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.recognition.RecognitionActs;
import org.copsuite.recognition.RecognitionActs.ThanksDetail;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Thanks;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Gives and withdraws thanks. */
@Component(roles = ThanksWriter.class)
@Singleton
public class ThanksWriter
{
    private static final String TO = "to";

    @Inject
    private Ledger ledger;

    @Inject
    private PointRulesLoader rules;

    @Inject
    private Settings settings;

    @Inject
    private Persons persons;

    @Inject
    private QuestionQueries questions;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Access access;

    void thank(UserId actor, Thanks thanks) throws CopException
    {
        CopException.requireAccount(actor);
        if (!this.settings.get(RecognitionSettings.ON, thanks.wiki())) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.recognition.error.off");
        }
        PostRef post = thanks.post() == null ? null : this.questions.find(actor, thanks.post());
        CommunityId community = post == null ? thanks.community() : post.community();
        if (post == null ? community != null && !this.communities.visible(actor, thanks.wiki()).contains(community)
            : !post.wiki().equals(thanks.wiki())) {
            throw CopException.notFound();
        }
        String message = check(actor, thanks);
        EntryDraft draft = EntryDraft.of(thanks.wiki(), actor, RecognitionActs.THANKED, thanks.id(),
            new ThanksDetail(post == null ? null : post.id().value(), message)).in(community).benefiting(thanks.to());
        this.ledger.decide(tx -> {
            // Locks the head of the ledger, so that two clicks, or two windows, are counted one after the other.
            if (isNew(tx.session(), actor, thanks)) {
                tx.append(draft);
            }
            return null;
        });
    }

    void takeBack(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        this.ledger.decide(tx -> {
            ThanksRow row = tx.session().get(ThanksRow.class, new RowKey(wiki, id));
            if (row == null) {
                throw CopException.notFound();
            }
            if (!row.thanker.equals(actor.value()) && !Administrators.include(this.access, wiki, actor)) {
                throw CopException.forbidden();
            }
            if (!row.withdrawn) {
                tx.append(EntryDraft.of(wiki, actor, RecognitionActs.UNTHANKED,
                    id).in(CommunityId.ofNullable(row.community))
                    .benefiting(new UserId(row.thanked)));
            }
            return null;
        });
    }

    private String check(UserId actor, Thanks thanks) throws CopException
    {
        FormCheck check = new FormCheck();
        String message = check.text("message", thanks.message(), 1, RecognitionService.MESSAGE_MAXIMUM,
            "cop.thanks.error.message");
        Person thanked = thanks.to() == null ? null : this.persons.find(thanks.to());
        if (thanked == null || !isSomebody(thanks.wiki(), thanked)) {
            check.refuse(TO, "cop.thanks.error.to");
        } else if (thanked.id().equals(actor)) {
            check.refuse(TO, "cop.thanks.error.self");
        } else if (this.settings.get(RecognitionSettings.LEFT, thanks.wiki(), thanked.id())) {
            check.refuse(TO, "cop.thanks.error.left", thanked.name());
        }
        check.end();
        return message;
    }

    private boolean isSomebody(WikiId wiki, Person person)
    {
        return person.active()
            || (person.id().isImported() && this.persons.imported(wiki, person.id()).isPresent());
    }

    private boolean isNew(Session session, UserId actor, Thanks thanks) throws CopException
    {
        ThanksRow said = session.get(ThanksRow.class, new RowKey(thanks.wiki(), thanks.id()));
        if (said != null) {
            if (!said.thanker.equals(actor.value())) {
                throw CopException.notFound();
            }
            return false;
        }
        int limit = this.rules.get().thanksAWeek();
        long given = session
            .createQuery("select count(id) from ThanksRow where wiki = :wiki and thanker = :thanker "
                + "and at >= :monday", Long.class)
            .setParameter("wiki", thanks.wiki().value()).setParameter("thanker", actor.value())
            .setParameter("monday", CurrentWeek.start().toEpochMilli()).getSingleResult();
        if (given >= limit) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.thanks.limit", limit);
        }
        return true;
    }
}
