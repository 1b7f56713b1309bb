/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.db.IdCondition;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Reads accounts from the wiki and imported people from a cached table. */
@Component
@Singleton
public class DefaultPersons implements Persons
{
    private static final int NAME_MAXIMUM = 255;

    private static final int BATCH = 200;

    /** So many ids that nobody has are remembered. */
    private static final int UNKNOWN = 10_000;

    private static final String ACCOUNT = "account";

    @Inject
    private Ledger ledger;

    @Inject
    private People people;

    @Inject
    private Requests requests;

    @Inject
    private Texts texts;

    @Inject
    private Links links;

    @Inject
    private Access access;

    private final Cache<ImportedRow.Key, Imported> known =
        Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    /** Ids that nobody has, since texts and addresses may name any. Soon forgotten: another node may import somebody. */
    private final Cache<ImportedRow.Key, Boolean> unknown =
        Caffeine.newBuilder().maximumSize(UNKNOWN).expireAfterWrite(Duration.ofSeconds(10)).build();

    private final Cache<WikiId, Map<UserId, UserId>> linked =
        Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    @Override
    public Map<UserId, Person> find(Collection<UserId> users)
    {
        WikiId wiki = this.requests.wiki();
        Map<UserId, Imported> imported = importedPeople(wiki, users.stream().filter(UserId::isImported).distinct().toList());
        Set<UserId> asked = new LinkedHashSet<>();
        users.stream().filter(u -> !u.isImported() && !u.isGuest() && !u.isAnonymous()).forEach(asked::add);
        imported.values().stream().map(Imported::account).filter(a -> a != null).forEach(asked::add);
        Map<UserId, Person> accounts = asked.isEmpty() ? Map.of() : this.people.find(asked);

        Map<UserId, Person> found = new HashMap<>();
        for (UserId user : users) {
            found.computeIfAbsent(user, u -> person(wiki, u, imported.get(u), accounts));
        }
        return found;
    }

    private Person person(WikiId wiki, UserId user, Imported imported, Map<UserId, Person> accounts)
    {
        if (accounts.containsKey(user)) {
            return accounts.get(user);
        }
        if (imported != null) {
            Person account = imported.account() == null ? null : accounts.get(imported.account());
            return account != null ? account : nobodysAccount(user, imported.name(), profile(wiki, user));
        }
        return nobodysAccount(user, this.texts.text(this.requests.locale(), key(user)), null);
    }

    private static String key(UserId user)
    {
        if (user.isAnonymous()) {
            return "cop.person.anonymous";
        }
        return user.isGuest() ? "cop.person.guest" : "cop.person.unknown";
    }

    private Person nobodysAccount(UserId user, String name, String profile)
    {
        return new Person(user, name, null, profile, this.requests.locale(), ZoneOffset.UTC, false);
    }

    private String profile(WikiId wiki, UserId user)
    {
        return this.links.action(SpaceId.of(wiki, PROFILE_SPACE).page(PROFILE_PAGE), "view",
            Map.of(PROFILE_PARAMETER, user.value()));
    }

    @Override
    public void addImported(WikiId wiki, Collection<Imported> added)
    {
        List<Imported> all = new ArrayList<>(added);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Imported> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            write(session -> batch.forEach(i -> add(session, wiki, i)));
            batch.forEach(i -> forget(new ImportedRow.Key(wiki.value(), i.id().value())));
        }
    }

    private void forget(ImportedRow.Key key)
    {
        this.known.invalidate(key);
        this.unknown.invalidate(key);
    }

    private static void add(Session session, WikiId wiki, Imported imported)
    {
        if (!imported.id().isImported()) {
            throw new IllegalArgumentException("An imported person's id must start with " + UserId.IMPORTED);
        }
        ImportedRow row = session.get(ImportedRow.class, new ImportedRow.Key(wiki.value(), imported.id().value()));
        boolean isNew = row == null;
        if (isNew) {
            row = new ImportedRow();
            row.wiki = wiki.value();
            row.id = imported.id().value();
        }
        String name = PlainText.line(imported.name());
        row.name = PlainText.cut(name.isEmpty() ? row.id : name, NAME_MAXIMUM);
        row.about = PlainText.block(imported.about());
        row.since = imported.since().toEpochMilli();
        if (isNew) {
            session.persist(row);
        }
    }

    @Override
    public Optional<Imported> imported(WikiId wiki, UserId id)
    {
        return Optional.ofNullable(importedPeople(wiki, List.of(id)).get(id));
    }

    @Override
    public void link(UserId actor, WikiId wiki, UserId imported, UserId account) throws CopException
    {
        CopException.requireAccount(actor);
        if (!mayLink(actor, wiki)) {
            throw CopException.forbidden();
        }
        if (!imported.isImported() && this.people.find(imported).isPresent()) {
            throw CopException.invalid("person", "cop.person.error.account.already");
        }
        if (imported(wiki, imported).isEmpty()) {
            throw CopException.notFound();
        }
        if (account != null && this.people.find(account).isEmpty()) {
            throw CopException.invalid(ACCOUNT, "cop.person.error.account");
        }
        ImportedRow.Key key = new ImportedRow.Key(wiki.value(), imported.value());
        try {
            this.ledger.record(tx -> {
                // Locked, so that one of two concurrent administrators sees the other's link.
                ImportedRow row = tx.session().get(ImportedRow.class, key, LockMode.PESSIMISTIC_WRITE);
                refuseOther(row, account);
                row.account = account == null ? null : account.value();
                return null;
            });
        } finally {
            forget(key);
            this.linked.invalidate(wiki);
        }
    }

    private static void refuseOther(ImportedRow row, UserId account) throws CopException
    {
        if (account != null && row.account != null && !row.account.equals(account.value())) {
            throw CopException.invalid(ACCOUNT, "cop.person.error.linked");
        }
    }

    @Override
    public boolean mayLink(UserId user, WikiId wiki)
    {
        return Administrators.include(this.access, wiki, user);
    }

    @Override
    public List<Imported> importedOf(WikiId wiki, UserId account)
    {
        Set<UserId> ids = idsOf(wiki, account);
        ids.remove(account);
        return ids.isEmpty() ? List.of() : importedPeople(wiki, ids).values().stream()
            .sorted(Comparator.comparing(Imported::name).thenComparing(imported -> imported.id().value())).toList();
    }

    @Override
    public Set<UserId> idsOf(WikiId wiki, UserId person)
    {
        Set<UserId> ids = new LinkedHashSet<>(Set.of(person));
        linked(wiki).forEach((imported, account) -> {
            if (account.equals(person)) {
                ids.add(imported);
            }
        });
        return ids;
    }

    @Override
    public Map<UserId, UserId> linked(WikiId wiki)
    {
        Map<UserId, UserId> known = this.linked.getIfPresent(wiki);
        // Takes the connection before the cache's lock on the entry: others may wait for that lock while they hold a
        // connection.
        return known != null ? known
            : this.ledger.read(session -> this.linked.get(wiki, missing -> linked(session, missing)));
    }

    private static Map<UserId, UserId> linked(Session session, WikiId wiki)
    {
        return session
            .createQuery("select id, account from ImportedRow where wiki = :wiki and account is not null",
                Object[].class)
            .setParameter("wiki", wiki.value()).getResultStream()
            .collect(Collectors.toMap(row -> new UserId((String) row[0]), row -> new UserId((String) row[1])));
    }

    private Map<UserId, Imported> importedPeople(WikiId wiki, Collection<UserId> ids)
    {
        Map<UserId, Imported> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (UserId id : ids) {
            ImportedRow.Key key = new ImportedRow.Key(wiki.value(), id.value());
            Imported imported = this.known.getIfPresent(key);
            if (imported != null) {
                found.put(id, imported);
            } else if (this.unknown.getIfPresent(key) == null) {
                missing.add(id.value());
            }
        }
        if (!missing.isEmpty()) {
            for (ImportedRow row : rows(wiki, missing)) {
                Imported imported = new Imported(new UserId(row.id), row.name, row.about,
                    Instant.ofEpochMilli(row.since), row.account == null ? null : new UserId(row.account));
                found.put(imported.id(), imported);
                this.known.put(new ImportedRow.Key(wiki.value(), row.id), imported);
            }
            missing.stream().filter(id -> !found.containsKey(new UserId(id)))
                .forEach(id -> this.unknown.put(new ImportedRow.Key(wiki.value(), id), true));
        }
        return found;
    }

    private List<ImportedRow> rows(WikiId wiki, List<String> ids)
    {
        return this.ledger.read(session -> IdCondition.list(ids, some -> session
            .createQuery("from ImportedRow r where " + IdCondition.condition(session, "r", some), ImportedRow.class)
            .setParameter("wiki", wiki.value())));
    }

    private void write(Consumer<Session> change)
    {
        this.ledger.write(tx -> change.accept(tx.session()));
    }
}
