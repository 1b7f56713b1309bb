/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/** Settings in a table; all of them are cached in memory. */
@Component
@Singleton
public class DefaultSettings implements Settings, Initializable
{
    @Inject
    private WikiDatabase database;

    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public void initialize()
    {
        this.database.run(s -> s.list("select name, content from wiki_setting",
            row -> this.values.put(row.getString("name"), row.getString("content")) == null));
    }

    @Override
    public Optional<String> get(String name)
    {
        return Optional.ofNullable(this.values.get(name));
    }

    @Override
    public synchronized void set(String name, String value)
    {
        String clean = Clean.text(value);
        this.database.transaction(s -> {
            s.update("delete from wiki_setting where name = ?", name);
            return value == null ? 0
                : s.update("insert into wiki_setting (name, content) values (?, ?)", name, clean);
        });
        if (value == null) {
            this.values.remove(name);
        } else {
            this.values.put(name, clean);
        }
    }
}
