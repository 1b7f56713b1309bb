/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.copsuite.CopException;
import org.copsuite.Cursor;

/**
 * The order of a list that is read in pages by keyset: columns without null, together unique within the list. It is
 * immutable and declared once for each list:
 *
 * <pre>
 * private static final Keyset&lt;ThanksRow&gt; NEWEST = new Keyset&lt;ThanksRow&gt;()
 *     .descending("at", Cursor::number, row -&gt; row.at).descending("sequence", Cursor::number, row -&gt; row.sequence);
 * </pre>
 *
 * A page starts after the values that its cursor holds. The condition bounds the first column by itself
 * ({@code at <= :after0 and (at < :after0 or sequence < :after1)}), so that a database reads a range of an index that
 * starts with it.
 *
 * @param <R> the type of a row
 */
public final class Keyset<R>
{
    /** The largest number of rows of one page. */
    public static final int MAXIMUM = 100;

    private final List<Column<R>> columns;

    private final List<String> fixed;

    private final ToIntFunction<R> section;

    private final boolean indexed;

    /** An order without columns. */
    public Keyset()
    {
        this(List.of(), List.of(), null, false);
    }

    private Keyset(List<Column<R>> columns, List<String> fixed, ToIntFunction<R> section, boolean indexed)
    {
        this.columns = List.copyOf(columns);
        this.fixed = List.copyOf(fixed);
        this.section = section;
        this.indexed = indexed;
    }

    /** Reads the value of a column from a cursor. */
    @FunctionalInterface
    public interface Reader
    {
        /**
         * @param cursor the cursor
         * @param index the index of the value
         * @return the value, of the type of the column
         * @throws CopException INVALID if it is no such value
         */
        Object read(Cursor cursor, int index) throws CopException;
    }

    /**
     * A column of the order.
     *
     * @param name its name in HQL
     * @param descending whether larger values come first
     * @param reader reads its value from a cursor
     * @param value its value in a row, never {@code null}
     * @param <R> the type of a row
     */
    private record Column<R>(String name, boolean descending, Reader reader, Function<R, ?> value)
    {
        String condition(int index, String rest)
        {
            String sign = this.descending ? "<" : ">";
            String beyond = this.name + ' ' + sign + " :after" + index;
            return rest.isEmpty() ? beyond
                : this.name + ' ' + sign + "= :after" + index + " and (" + beyond + " or " + rest + ')';
        }
    }

    /**
     * @param column the name of the next column in HQL
     * @param reader reads its value from a cursor
     * @param value its value in a row
     * @return this order with that column, smaller values first
     */
    public Keyset<R> ascending(String column, Reader reader, Function<R, ?> value)
    {
        return with(new Column<>(column, false, reader, value));
    }

    /**
     * @param column the name of the next column in HQL
     * @param reader reads its value from a cursor
     * @param value its value in a row
     * @return this order with that column, larger values first
     */
    public Keyset<R> descending(String column, Reader reader, Function<R, ?> value)
    {
        return with(new Column<>(column, true, reader, value));
    }

    private Keyset<R> with(Column<R> column)
    {
        List<Column<R>> all = new ArrayList<>(this.columns);
        all.add(column);
        return new Keyset<>(all, this.fixed, this.section, this.indexed);
    }

    /**
     * @param names names in HQL of columns that a condition fixes to one value, in the order of an index
     * @return this order with those columns in front of the order clause, since HSQLDB reads rows in the order of an
     *         index only if the clause names the columns of the index from the first one on
     */
    public Keyset<R> within(List<String> names)
    {
        return new Keyset<>(this.columns, names, this.section, this.indexed);
    }

    /**
     * As {@link #within}, for a list of which each query may name those columns: an index has them, then the columns of
     * this order and no other ones, so that a page reads its own rows only, however long the list is.
     *
     * @param names names in HQL of the first columns of the index
     * @return this order, read by the index
     */
    public Keyset<R> ofIndex(String... names)
    {
        return new Keyset<>(this.columns, List.of(names), this.section, true);
    }

    /** @return whether an index has the order */
    boolean isIndexed()
    {
        return this.indexed;
    }

    /**
     * @param of the section of a row: 0, 1 and so on
     * @return this order for a list that consists of sections, each read by a query of its own and in this order
     */
    public Keyset<R> inSections(ToIntFunction<R> of)
    {
        return new Keyset<>(this.columns, this.fixed, of, this.indexed);
    }

    /**
     * Starts a page of a list.
     *
     * @param name identifies the list by its order and all its filters, so that a cursor fits no other list
     * @param after the cursor of the page before it; {@code null} or empty for the first page
     * @param limit the number of rows of the page, 1 to {@link #MAXIMUM}
     * @return the page, not yet read
     * @throws CopException INVALID on field {@code limit} or, for a cursor of another list, {@code after}
     */
    public KeysetPage<R> page(String name, String after, int limit) throws CopException
    {
        if (limit < 1 || limit > MAXIMUM) {
            throw CopException.invalid("limit", "cop.error.limit", MAXIMUM);
        }
        if (after == null || after.isEmpty()) {
            return new KeysetPage<>(this, name, limit, 0, List.of());
        }
        int first = this.section == null ? 0 : 1;
        Cursor cursor = Cursor.read(name, after, first + this.columns.size());
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < this.columns.size(); i++) {
            values.add(this.columns.get(i).reader().read(cursor, first + i));
        }
        return new KeysetPage<>(this, name, limit, first == 0 ? 0 : cursor.integer(0), values);
    }

    /** @return the condition for the rows after a position, {@code :after0} and so on, one parameter for each column */
    String condition()
    {
        String condition = "";
        for (int i = this.columns.size() - 1; i >= 0; i--) {
            condition = this.columns.get(i).condition(i, condition);
        }
        return condition;
    }

    /** @return the columns of the order clause */
    String order()
    {
        List<String> order = new ArrayList<>();
        String same = this.columns.get(0).descending() ? " desc" : "";
        this.fixed.forEach(name -> order.add(name + same));
        this.columns.forEach(column -> order.add(column.name() + (column.descending() ? " desc" : "")));
        return String.join(", ", order);
    }

    /**
     * @param name identifies the list
     * @param row a row of the list
     * @return the cursor of the page that starts after the row
     */
    public String cursor(String name, R row)
    {
        List<Object> values = new ArrayList<>();
        if (this.section != null) {
            values.add(this.section.applyAsInt(row));
        }
        this.columns.forEach(column -> values.add(column.value().apply(row)));
        return Cursor.write(name, values.toArray());
    }
}
