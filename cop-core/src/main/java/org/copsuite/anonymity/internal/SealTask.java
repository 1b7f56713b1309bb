/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.anonymity.NewsMailWriter;
import org.copsuite.anonymity.SealService.Sealed;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailException;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Tells anonymous askers by mail that something is new for them, and removes seals of questions that were never asked.
 * The mail names neither a question nor anonymity, and is sent at night and not when somebody has answered, so that
 * whoever reads the log of a mail server learns nothing from the time.
 */
@Component
@Named("seals")
@Singleton
public class SealTask implements MaintenanceTask
{
    private static final int STEP = 100;

    @Inject
    private DefaultSealService seals;

    @Inject
    private DefaultAnonymityService anonymity;

    @Inject
    private Ledger ledger;

    @Inject
    private PostSource posts;

    @Inject
    private Provider<NoticeService> notices;

    @Inject
    private Provider<NewsMailWriter> letters;

    @Inject
    private Provider<Mail> mail;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private Suite suite;

    @Inject
    private Logger logger;

    /** Seals without a question at the last run: a question that is being asked meanwhile keeps its seal. */
    private Set<UUID> orphans = Set.of();

    @Override
    public synchronized void run()
    {
        Set<UUID> found = new HashSet<>();
        for (WikiId wiki : this.wikis.get().all()) {
            if (this.suite.isOn(wiki)) {
                run(wiki, found);
            }
        }
        this.orphans = found;
    }

    private void run(WikiId wiki, Set<UUID> found)
    {
        Set<UserId> told = new HashSet<>();
        UUID after = new UUID(0, 0);
        List<Sealed> some;
        do {
            some = this.seals.all(wiki, after, STEP);
            Map<UUID, Long> last = this.anonymity.last(wiki, some);
            for (Sealed seal : some) {
                after = seal.question();
                if (this.ledger.first(wiki, seal.question()).isEmpty()) {
                    forget(wiki, seal.question(), found);
                } else if (last.getOrDefault(seal.question(), 0L) > Math.max(seal.seen(), seal.mailed())) {
                    tell(wiki, seal, last.get(seal.question()), told);
                }
            }
        } while (some.size() == STEP);
    }

    private void forget(WikiId wiki, UUID question, Set<UUID> found)
    {
        if (this.orphans.contains(question)) {
            this.seals.forget(wiki, question);
        } else {
            found.add(question);
        }
    }

    /** Sends at most one mail to a person in a run. */
    private void tell(WikiId wiki, Sealed seal, long last, Set<UserId> told)
    {
        try {
            // Noted first: a crash in between loses a mail and doubles none.
            if (this.seals.mailed(wiki, seal.question(), seal.mailed(), last) && told.add(seal.asker())) {
                Person person = this.people.get().find(seal.asker()).filter(Person::active).orElse(null);
                if (person != null && mayView(wiki, seal)
                    && this.notices.get().mailFrequency(seal.asker(), wiki) != MailFrequency.NONE
                    && this.mail.get().reaches(seal.asker())) {
                    this.mail.get().send(this.letters.get().write(person));
                }
            }
        } catch (CopException | MailException e) {
            this.logger.warn("Failed to send a mail about news; they stay marked as new.");
        }
    }

    private boolean mayView(WikiId wiki, Sealed seal)
    {
        return this.posts.question(wiki, new PostId(seal.question()))
            .filter(facts -> this.access.get().has(seal.asker(), Right.VIEW, facts.page())).isPresent();
    }
}
