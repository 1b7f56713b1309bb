/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.notice.WatchTarget;
import org.copsuite.spi.WatchableType;
import org.copsuite.spi.WatchableType.Watchable;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The contributed types of things that can be watched. Looks them up each time, since extensions come and go. */
@Component(roles = WatchableTypes.class)
@Singleton
public class WatchableTypes
{
    @Inject
    private Provider<Map<String, WatchableType>> types;

    /** Returns the type of a target; empty if no component contributes it. */
    Optional<WatchableType> of(WatchTarget target)
    {
        return Optional.ofNullable(this.types.get().get(target.type()));
    }

    /** Reads a target from the name of its type, in any case, and what names it there. */
    WatchTarget read(WikiId wiki, String type, String target) throws CopException
    {
        if (type.isBlank()) {
            throw CopException.invalid("type", "cop.error.missing");
        }
        Map<String, WatchableType> all = this.types.get();
        WatchableType found = all.get(type.strip().toUpperCase(Locale.ROOT));
        if (found == null) {
            throw CopException.invalid("type", "cop.error.choice", new TreeSet<>(all.keySet()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
        }
        if (target.isBlank()) {
            throw CopException.invalid("target", "cop.error.missing");
        }
        return new WatchTarget(wiki, found.name(), found.normalise(target));
    }

    /**
     * Returns the targets that the reader may view, in the given order, asking each type once. Skips targets of unknown
     * types.
     */
    Map<WatchTarget, Watchable> find(UserId reader, WikiId wiki, List<WatchTarget> targets)
    {
        Map<WatchTarget, Watchable> found = new LinkedHashMap<>();
        targets.stream().collect(Collectors.groupingBy(this::of, LinkedHashMap::new, Collectors.toList()))
            .forEach((type, some) -> type.ifPresent(known -> {
                Map<String, Watchable> things = known.find(reader, wiki, some.stream().map(WatchTarget::target).toList());
                some.stream().filter(target -> things.containsKey(target.target()))
                    .forEach(target -> found.put(target, things.get(target.target())));
            }));
        return found;
    }
}
