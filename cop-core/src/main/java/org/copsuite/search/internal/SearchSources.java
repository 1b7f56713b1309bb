/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.spi.SearchSource;
import org.xwiki.component.annotation.Component;

/** Knows the search sources of all modules and extensions. */
@Component(roles = SearchSources.class)
@Singleton
public class SearchSources
{
    @Inject
    private Provider<List<SearchSource>> sources;

    /** @return all sources */
    List<SearchSource> all()
    {
        return this.sources.get();
    }

    /** @return the types of all sources, sorted */
    List<String> types()
    {
        return all().stream().map(SearchSource::type).sorted().toList();
    }

    /**
     * @param type a type
     * @return its source; empty if none contributes it any more
     */
    Optional<SearchSource> find(String type)
    {
        return all().stream().filter(source -> source.type().equals(type)).findFirst();
    }
}
