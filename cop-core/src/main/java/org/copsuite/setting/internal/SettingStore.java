/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.setting.SettingTarget;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/** Stored values. Each key is cached as a whole: the wiki's value and those of all communities and people. */
@Component(roles = SettingStore.class)
@Singleton
public class SettingStore
{
    /** Holder of the wiki's value, and first character of a community's holder. No person's id begins with it. */
    private static final String WIKI = "*";

    @Inject
    private Ledger ledger;

    private final LoadingCache<Name, Map<String, String>> values =
        Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(1)).build(this::load);

    /** @return the value of the column that tells whose value a row holds */
    static String holder(SettingTarget target)
    {
        return switch (target.scope()) {
            case WIKI -> WIKI;
            case COMMUNITY -> WIKI + target.community();
            case PERSON -> isPerson(target.person().value()) ? target.person().value() : "";
        };
    }

    /** @return the community whose value a row holds, if it is one's */
    static Optional<CommunityId> community(String holder)
    {
        return isPerson(holder) || WIKI.equals(holder) ? Optional.empty()
            : Optional.of(new CommunityId(UUID.fromString(holder.substring(WIKI.length()))));
    }

    static boolean isPerson(String holder)
    {
        return !holder.startsWith(WIKI);
    }

    /** @return the stored values of one key, by holder */
    Map<String, String> values(WikiId wiki, String key)
    {
        Map<String, String> known = this.values.getIfPresent(new Name(wiki, key));
        // Takes the connection before the cache's lock on the entry: others may wait for that lock while they hold a
        // connection.
        return known != null ? known : this.ledger.read(session -> this.values.get(new Name(wiki, key)));
    }

    private Map<String, String> load(Name name)
    {
        return this.ledger.read(session -> {
            Map<String, String> read = new HashMap<>();
            List<SettingRow> rows =
                session.createQuery("from SettingRow where wiki = :wiki and name = :name", SettingRow.class)
                    .setParameter("wiki", name.wiki().value()).setParameter("name", name.key()).getResultList();
            rows.forEach(row -> read.put(row.person, row.value));
            return Map.copyOf(read);
        });
    }

    /** Stores values by key, in one transaction; {@code null} deletes. */
    void write(SettingTarget target, Map<String, String> changed)
    {
        String holder = holder(target);
        if (holder.isEmpty()) {
            throw new IllegalArgumentException("A person's setting needs an account.");
        }
        WikiId wiki = target.wiki();
        this.ledger.write(tx -> changed.forEach((key, value) -> write(tx.session(),
            new SettingRow.Key(wiki.value(), holder, key), new SettingRow(wiki.value(), holder, key, value))));
        changed.keySet().forEach(key -> this.values.invalidate(new Name(wiki, key)));
    }

    private static void write(Session session, SettingRow.Key key, SettingRow row)
    {
        SettingRow stored = session.get(SettingRow.class, key);
        if (row.value == null) {
            if (stored != null) {
                session.delete(stored);
            }
        } else if (stored == null) {
            session.persist(row);
        } else {
            stored.value = row.value;
        }
    }

    private record Name(WikiId wiki, String key)
    {
    }
}
