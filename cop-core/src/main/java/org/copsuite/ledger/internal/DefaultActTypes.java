/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActTypes;
import org.copsuite.spi.Acts;
import org.xwiki.component.annotation.Component;

/** The types of the acts that components declare at the time of a call; nothing is kept of a removed extension. */
@Component
@Singleton
public class DefaultActTypes implements ActTypes
{
    @Inject
    private Provider<List<Acts>> acts;

    @Override
    public Optional<ActType<?>> find(String name)
    {
        return types().filter(type -> type.name().equals(name)).findFirst();
    }

    @Override
    public Set<String> names(Predicate<ActType<?>> condition)
    {
        return types().filter(condition).map(ActType::name).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ActType<?>> types()
    {
        return this.acts.get().stream().flatMap(some -> some.types().stream());
    }
}
