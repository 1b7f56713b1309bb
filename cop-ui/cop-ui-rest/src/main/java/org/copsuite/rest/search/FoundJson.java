/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import java.util.List;

import org.copsuite.Slice;
import org.copsuite.rest.Nullable;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Reading;

/** One page of hits, with the words that the search excludes. */
record FoundJson(List<HitJson> items, @Nullable String next, List<String> excluded)
{
    static FoundJson of(Slice<Hit> hits, Reading reading)
    {
        return new FoundJson(hits.items().stream().map(HitJson::of).toList(), hits.next(), reading.excluded());
    }
}
