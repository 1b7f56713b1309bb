/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.hibernate.query.Query;

/**
 * Reads rows of a list, of which the reader may view those in certain places: deciding spaces, or communities.
 *
 * <p>
 * Up to {@value #NAMED} places are named in the statement. A reader may view thousands of communities, and to plan a
 * statement that names thousands of places costs a database more than to read the rows, so then the first rows are read
 * without that condition and filtered here. Where too few of them are visible, more are read once, and after that the
 * statement names the places: there are at most three statements, however the visible rows are distributed.
 *
 * @param <R> the type of a row
 */
public final class VisibleRows<R>
{
    /** The largest number of places that the first statement names. */
    static final int NAMED = 100;

    /** Rows read beside those wanted, since some are not visible. */
    private static final int SPARE = 20;

    /** How many times as many rows are read where too few of the first ones are visible. */
    private static final int MORE = 20;

    private static final String PLACES = "places";

    private final Set<?> places;

    private final String condition;

    private final Predicate<R> isVisible;

    private VisibleRows(Set<?> places, String condition, Predicate<R> isVisible)
    {
        this.places = places;
        this.condition = " and (" + condition + ')';
        this.isVisible = isVisible;
    }

    /**
     * Rows in certain deciding spaces. A row whose page has rights of its own is kept; the caller checks it afterwards.
     *
     * @param spaces the deciding spaces that the reader may view, from {@link VisibleSpaces}
     * @param alias the alias of the entity in the query; it has the properties {@code space} and {@code ownRights}
     * @param space the deciding space of a row
     * @param hasOwnRights whether the page of a row has rights of its own
     * @param <R> the type of a row
     * @return reads these rows
     */
    public static <R> VisibleRows<R> inSpaces(Set<String> spaces, String alias, Function<R, String> space,
        Predicate<R> hasOwnRights)
    {
        return new VisibleRows<>(spaces,
            alias + ".space in (:" + PLACES + ") or " + alias + ".ownRights = true",
            row -> hasOwnRights.test(row) || spaces.contains(space.apply(row)));
    }

    /**
     * Rows that join several entities, each of which is in a deciding space.
     *
     * @param spaces the deciding spaces that the reader may view, from {@link VisibleSpaces}
     * @param columns the columns with the deciding spaces, such as {@code a.space}
     * @param isVisible whether all spaces of a row are among those
     * @param <R> the type of a row
     * @return reads these rows
     */
    public static <R> VisibleRows<R> whereAll(Set<String> spaces, List<String> columns, Predicate<R> isVisible)
    {
        return new VisibleRows<>(spaces, columns.stream().map(column -> column + " in (:" + PLACES + ')')
            .collect(Collectors.joining(" and ")), isVisible);
    }

    /**
     * @param places spaces or communities
     * @return whether a statement may name them all; otherwise it reads the rows of others, too
     */
    public static boolean mayName(Collection<?> places)
    {
        return places.size() <= NAMED;
    }

    /**
     * Rows of certain communities, and those of none.
     *
     * @param communities the communities that the reader may view
     * @param alias the alias of the entity in the query; it has the property {@code community}, which may be null
     * @param community the community of a row
     * @param <R> the type of a row
     * @return reads these rows
     */
    public static <R> VisibleRows<R> inCommunities(Set<UUID> communities, String alias, Function<R, UUID> community)
    {
        String nowhere = alias + ".community is null";
        return new VisibleRows<>(communities,
            communities.isEmpty() ? nowhere : nowhere + " or " + alias + ".community in (:" + PLACES + ')',
            row -> community.apply(row) == null || communities.contains(community.apply(row)));
    }

    /**
     * Reads the first visible rows of a list.
     *
     * @param wanted the largest number of rows to return
     * @param statement creates the query, with all its parameters, that contains a condition: {@code " and ..."} or
     *            nothing; it is called once for each statement
     * @return the rows
     */
    public List<R> read(int wanted, Function<String, Query<R>> statement)
    {
        for (int size = wanted + SPARE; !mayName(this.places) && size <= (wanted + SPARE) * MORE; size *= MORE) {
            List<R> rows = statement.apply("").setMaxResults(size).getResultList();
            List<R> visible = filter(rows);
            if (visible.size() >= wanted || rows.size() < size) {
                return visible.subList(0, Math.min(wanted, visible.size()));
            }
        }
        Query<R> query = statement.apply(this.condition);
        if (!this.places.isEmpty()) {
            query.setParameterList(PLACES, this.places);
        }
        return query.setMaxResults(wanted).getResultList();
    }

    /**
     * @param rows rows that were read without the condition, such as those with certain ids
     * @return those that are in one of the places, or are kept for a later check
     */
    public List<R> filter(List<R> rows)
    {
        return rows.stream().filter(this.isVisible).toList();
    }
}
