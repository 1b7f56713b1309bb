/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.recognition.RecognitionActs;
import org.copsuite.recognition.RecognitionActs.ThanksDetail;
import org.copsuite.wiki.Groups;
import org.xwiki.component.annotation.Component;

/** Installs the people of the samples: their accounts, and their thanks to each other. */
@Component(roles = SamplePeople.class)
@Singleton
public class SamplePeople
{
    private static final String BY = "By";

    private static final String NAME = "Name";

    @Inject
    private Accounts accounts;

    @Inject
    private Groups groups;

    @Inject
    private Ledger ledger;

    void createAccounts(List<SampleSection> sections) throws RefusedException
    {
        for (SampleSection section : sections) {
            if ("Account".equals(section.kind())) {
                Account account = account(section);
                if (section.has("Administrator")) {
                    this.groups.add(GroupDirectory.ADMINISTRATORS, account.id());
                }
            }
        }
    }

    private Account account(SampleSection section) throws RefusedException
    {
        String login = section.get("Login");
        Optional<Account> there = this.accounts.byLogin(login);
        // Hashing a password takes a third of a second: only the accounts that the start message names have one.
        return there.isPresent() ? there.get() : this.accounts.create(login,
            SampleLoader.LOGINS.contains(login) ? SampleLoader.PASSWORD : null, AccountDraft.of(section.get(NAME)));
    }

    void giveThanks(List<SampleSection> sections, Instant now) throws CopException
    {
        for (SampleSection section : sections) {
            if ("Thanks".equals(section.kind())) {
                give(section, now);
            }
        }
    }

    private void give(SampleSection section, Instant now) throws CopException
    {
        UUID id = SampleSection.id(section.text());
        EntryDraft draft = EntryDraft.of(WikiOptions.WIKI, Account.idOf(section.get(BY)), RecognitionActs.THANKED, id,
            new ThanksDetail(null, section.text())).benefiting(Account.idOf(section.get("To")))
            .in(new CommunityId(SampleSection.id(section.get("Community")))).at(section.time("At", now));
        this.ledger.record(tx -> {
            tx.append(draft);
            return null;
        });
    }
}
