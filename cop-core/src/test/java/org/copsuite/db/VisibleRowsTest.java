/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.hibernate.query.Query;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A list of rows, each named after its space; those that start with "own" have rights of their own. */
class VisibleRowsTest
{
    private static final String CONDITION = " and (r.space in (:places) or r.ownRights = true)";

    private final List<String> statements = new ArrayList<>();

    private static Set<String> spaces(int count)
    {
        Set<String> spaces = new TreeSet<>();
        IntStream.range(0, count).forEach(i -> spaces.add("space" + i));
        return spaces;
    }

    private List<String> read(Set<String> spaces, List<String> rows, int wanted)
    {
        VisibleRows<String> visible = VisibleRows.inSpaces(spaces, "r", row -> row, row -> row.startsWith("own"));
        return visible.read(wanted, condition -> query(spaces, rows, condition));
    }

    /** A query as the database would answer it, that notes its condition and its largest number of rows. */
    @SuppressWarnings("unchecked")
    private Query<String> query(Set<String> spaces, List<String> rows, String condition)
    {
        Query<String> query = mock(Query.class);
        List<String> selected = condition.isEmpty() ? rows
            : rows.stream().filter(row -> row.startsWith("own") || spaces.contains(row)).toList();
        when(query.setParameterList(eq("places"), any(Collection.class))).thenReturn(query);
        when(query.setMaxResults(anyInt())).thenAnswer(call -> {
            int most = call.getArgument(0);
            this.statements.add(most + condition);
            when(query.getResultList()).thenReturn(selected.subList(0, Math.min(most, selected.size())));
            return query;
        });
        return query;
    }

    private static List<String> rows(int hidden, String... last)
    {
        List<String> rows = new ArrayList<>();
        IntStream.range(0, hidden).forEach(i -> rows.add("hidden" + i));
        rows.addAll(List.of(last));
        return rows;
    }

    @Test
    void namesFewSpaces()
    {
        assertThat(read(spaces(VisibleRows.NAMED), rows(30, "space1", "own", "space2"), 2)).containsExactly("space1", "own");
        assertThat(this.statements).containsExactly("2" + CONDITION);
    }

    @Test
    void filtersTheFirstRowsWhereThereAreManySpaces()
    {
        assertThat(read(spaces(101), rows(5, "space1", "own", "space2"), 2)).containsExactly("space1", "own");
        assertThat(read(spaces(101), rows(5, "space1"), 2)).containsExactly("space1");
        assertThat(this.statements).containsExactly("22", "22");
    }

    @Test
    void readsMoreWhereTheFirstRowsAreHidden()
    {
        assertThat(read(spaces(101), rows(400, "own", "space100"), 1)).containsExactly("own");
        assertThat(this.statements).containsExactly("21", "420");
    }

    @Test
    void namesTheSpacesWhereThousandsAreHidden()
    {
        assertThat(read(spaces(101), rows(5000, "space3", "space4"), 1)).containsExactly("space3");
        assertThat(this.statements).containsExactly("21", "420", "1" + CONDITION);
    }

    @Test
    void rowsOfNoCommunityAreVisibleToEverybody()
    {
        VisibleRows<String> visible = VisibleRows.inCommunities(Set.of(), "r", row -> null);
        assertThat(visible.read(1, condition -> {
            assertThat(condition).isEqualTo(" and (r.community is null)");
            return query(Set.of(), List.of("own"), condition);
        })).containsExactly("own");
        assertThat(visible.filter(List.of("a"))).containsExactly("a");
    }
}
