/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActTypes;
import org.copsuite.spi.Acts;
import org.xwiki.component.annotation.Component;

/** The types of the acts that the components of the role {@link Acts} declare at the time of a call. */
@Component
@Singleton
public class DefaultActTypes implements ActTypes
{
    @Inject
    private Provider<List<Acts>> acts;

    private volatile Declared declared = new Declared(List.of(), Map.of());

    @Override
    public Optional<ActType<?>> find(String name)
    {
        return Optional.ofNullable(types().get(name));
    }

    @Override
    public Set<String> names(Predicate<ActType<?>> condition)
    {
        return types().values().stream().filter(condition).map(ActType::name).collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, ActType<?>> types()
    {
        List<Acts> present = this.acts.get();
        Declared known = this.declared;
        // A rebuild asks for each entry, while extensions come and go once a day.
        if (!known.by().equals(present)) {
            Map<String, ActType<?>> types = new LinkedHashMap<>();
            present.forEach(some -> some.types().forEach(type -> types.putIfAbsent(type.name(), type)));
            known = new Declared(List.copyOf(present), Map.copyOf(types));
            this.declared = known;
        }
        return known.types();
    }

    /**
     * The types of some components.
     *
     * @param by the components
     * @param types their types, by name
     */
    private record Declared(List<Acts> by, Map<String, ActType<?>> types)
    {
    }
}
