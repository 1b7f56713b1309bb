/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/** Settings in a table. Each name is cached as a whole: the wiki's value and those of all people who set it. */
@Component
@Singleton
public class DefaultSettings implements Settings
{
    private static final String WIKI = "*";

    @Inject
    private Ledger ledger;

    private final LoadingCache<Name, Map<String, String>> values =
        Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(1)).build(this::load);

    @Override
    public Optional<String> get(String wiki, String name)
    {
        return Optional.ofNullable(all(wiki, name).get(WIKI));
    }

    @Override
    public void set(String wiki, String name, String value)
    {
        write(wiki, WIKI, name, value);
    }

    @Override
    public Map<UserId, String> preferences(String wiki, String name, Collection<UserId> people)
    {
        Map<String, String> all = all(wiki, name);
        Map<UserId, String> found = new HashMap<>();
        for (UserId person : people) {
            String value = WIKI.equals(person.value()) ? null : all.get(person.value());
            if (value != null) {
                found.put(person, value);
            }
        }
        return found;
    }

    @Override
    public Map<UserId, String> preferences(String wiki, String name)
    {
        Map<UserId, String> found = new HashMap<>();
        all(wiki, name).forEach((person, value) -> {
            if (!WIKI.equals(person)) {
                found.put(new UserId(person), value);
            }
        });
        return found;
    }

    @Override
    public void prefer(String wiki, UserId person, String name, String value)
    {
        if (person.isGuest() || WIKI.equals(person.value())) {
            throw new IllegalArgumentException("A preference needs a person.");
        }
        write(wiki, person.value(), name, value);
    }

    private Map<String, String> all(String wiki, String name)
    {
        Map<String, String> known = this.values.getIfPresent(new Name(wiki, name));
        // Takes the connection before the cache's lock on the entry: others may wait for that lock while they hold a
        // connection.
        return known != null ? known : this.ledger.read(session -> this.values.get(new Name(wiki, name)));
    }

    private Map<String, String> load(Name name)
    {
        return this.ledger.read(session -> {
            Map<String, String> read = new HashMap<>();
            List<SettingRow> rows =
                session.createQuery("from SettingRow where wiki = :wiki and name = :name", SettingRow.class)
                    .setParameter("wiki", name.wiki()).setParameter("name", name.name()).getResultList();
            rows.forEach(row -> read.put(row.person, row.value));
            return Map.copyOf(read);
        });
    }

    private void write(String wiki, String person, String name, String value)
    {
        this.ledger.write(tx -> write(tx.session(), new SettingRow.Key(wiki, person, name),
            new SettingRow(wiki, person, name, value)));
        this.values.invalidate(new Name(wiki, name));
    }

    private static void write(Session session, SettingRow.Key key, SettingRow row)
    {
        SettingRow stands = session.get(SettingRow.class, key);
        if (row.value == null) {
            if (stands != null) {
                session.delete(stands);
            }
        } else if (stands == null) {
            session.persist(row);
        } else {
            stands.value = row.value;
        }
    }

    private record Name(String wiki, String name)
    {
    }
}
