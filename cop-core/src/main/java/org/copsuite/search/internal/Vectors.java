/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.db.IdCondition;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * The statements on the table of vectors. A vector is stored in one byte for each coordinate, in parts of its largest one:
 * the cosine of two vectors changes by less than .01. NOT permission-filtered.
 */
@Component(roles = Vectors.class)
@Singleton
public class Vectors
{
    private static final int UNIT = Byte.MAX_VALUE;

    /** The row of a wiki that names the encoder with which all its texts are encoded. */
    private static final UUID MARK = new UUID(0, 0);

    private static final String WIKI = "wiki";

    private static final String ITEM = "item";

    @Inject
    private Ledger ledger;

    static byte[] pack(float[] vector)
    {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] packed = new byte[vector.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = largest == 0 ? 0 : (byte) Math.round(vector[i] / largest * UNIT);
        }
        return packed;
    }

    /** @return the cosine of the angle between two vectors, 0 if their dimensions differ or one is zero */
    static double cosine(float[] vector, byte[] packed)
    {
        if (vector.length != packed.length) {
            return 0;
        }
        double product = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < packed.length; i++) {
            product += vector[i] * packed[i];
            one += vector[i] * vector[i];
            other += packed[i] * packed[i];
        }
        return one == 0 || other == 0 ? 0 : product / Math.sqrt(one * other);
    }

    /**
     * @param wiki the wiki
     * @param items things
     * @param encoder the encoder
     * @return the vectors of this encoder of them and of their parts, packed, by the id of the thing or part
     */
    Map<UUID, byte[]> of(WikiId wiki, Collection<UUID> items, String encoder)
    {
        List<Object[]> rows = this.ledger.read(session -> IdCondition.list(items, some -> session.createQuery(
            "select v.id, v.coordinates from VectorRow v where v.encoder = :encoder and "
                + IdCondition.condition(session, "v", ITEM, some), Object[].class)
            .setParameter(WIKI, wiki.value()).setParameter("encoder", encoder)));
        Map<UUID, byte[]> vectors = new HashMap<>();
        rows.forEach(row -> vectors.put((UUID) row[0], (byte[]) row[1]));
        return vectors;
    }

    /**
     * @param wiki the wiki
     * @param items things
     * @return what is stored of them and of their parts
     */
    List<Known> known(WikiId wiki, Collection<UUID> items)
    {
        List<Object[]> rows = this.ledger.read(session -> IdCondition.list(items, some -> session.createQuery(
            "select v.id, v.encoder, v.digest from VectorRow v where " + IdCondition.condition(session, "v", ITEM, some),
            Object[].class).setParameter(WIKI, wiki.value())));
        return rows.stream().map(row -> new Known((UUID) row[0], (String) row[1], (String) row[2])).toList();
    }

    /** Inserts or updates rows. */
    static void write(Session session, Collection<VectorRow> rows)
    {
        for (VectorRow row : rows) {
            VectorRow stored = session.get(VectorRow.class, new RowKey(new WikiId(row.wiki), row.id));
            if (stored == null) {
                stored = new VectorRow(row.wiki, row.id);
            }
            stored.item = row.item;
            stored.encoder = row.encoder;
            stored.digest = row.digest;
            stored.coordinates = row.coordinates;
            session.persist(stored);
        }
    }

    /** Deletes rows. */
    static void delete(Session session, WikiId wiki, Collection<UUID> ids)
    {
        for (List<UUID> some : Chunks.of(ids)) {
            IdCondition.set(session.createQuery("delete from VectorRow v where " + IdCondition.condition(session, "v", some)), some)
                .setParameter(WIKI, wiki.value()).executeUpdate();
        }
    }

    /**
     * @param wiki the wiki
     * @param encoder the encoder
     * @return whether all texts of the wiki were encoded with it once, and every change since then
     */
    boolean isComplete(WikiId wiki, String encoder)
    {
        return encoder.equals(this.ledger.read(session -> session.createQuery(
            "select v.encoder from VectorRow v where v.wiki = :wiki and v.id = :mark", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("mark", MARK).uniqueResult()));
    }

    /** Marks a wiki as complete. */
    static void complete(Session session, WikiId wiki, String encoder)
    {
        VectorRow mark = new VectorRow(wiki.value(), MARK);
        mark.item = MARK;
        mark.encoder = encoder;
        mark.digest = "";
        mark.coordinates = new byte[0];
        write(session, List.of(mark));
    }

    /** Removes the mark of a wiki: a change is not encoded. */
    void incomplete(WikiId wiki)
    {
        this.ledger.write(tx -> delete(tx.session(), wiki, List.of(MARK)));
    }

    /**
     * What is stored of a text.
     *
     * @param id the thing or part
     * @param encoder the encoder
     * @param digest what was encoded
     */
    record Known(UUID id, String encoder, String digest)
    {
    }
}
