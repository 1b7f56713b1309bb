/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.search.internal.Vectors.Known;
import org.copsuite.spi.Encoder;
import org.copsuite.spi.SearchDocument;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Encodes those texts of things that have changed since they were encoded, or were encoded by another encoder. */
@Component(roles = TextEncoder.class)
@Singleton
public class TextEncoder
{
    @Inject
    private Vectors vectors;

    /**
     * Reads things and encodes what is not encoded, on the calling thread.
     *
     * @param encoder the encoder
     * @param source the source of the things
     * @param wiki the wiki
     * @param ids the things, including deleted ones
     * @return what to write
     */
    Changes changes(Encoder encoder, SearchSource source, WikiId wiki, Collection<UUID> ids)
    {
        Map<UUID, Known> known = new HashMap<>();
        this.vectors.known(wiki, ids).forEach(row -> known.put(row.id(), row));
        Set<UUID> gone = new HashSet<>(known.keySet());
        List<VectorRow> rows = new ArrayList<>();
        for (SearchDocument document : source.documents(wiki, ids)) {
            List<EncodedText> missing = new ArrayList<>();
            for (EncodedText text : EncodedText.of(document)) {
                if (Encoders.knows(encoder, text.text())) {
                    gone.remove(text.id());
                    if (!isEncoded(known.get(text.id()), encoder, text)) {
                        missing.add(text);
                    }
                }
            }
            rows.addAll(Encoders.encode(encoder, wiki.value(), document.id(), missing));
        }
        return new Changes(wiki, rows, gone);
    }

    private static boolean isEncoded(Known known, Encoder encoder, EncodedText text)
    {
        return known != null && known.encoder().equals(Encoders.name(encoder)) && known.digest().equals(text.digest());
    }

    /**
     * What to write.
     *
     * @param wiki the wiki
     * @param rows the new vectors
     * @param gone the ids of vectors of texts that are no longer there
     */
    record Changes(WikiId wiki, List<VectorRow> rows, Set<UUID> gone)
    {
        boolean isEmpty()
        {
            return this.rows.isEmpty() && this.gone.isEmpty();
        }

        void write(Session session)
        {
            Vectors.write(session, this.rows);
            Vectors.delete(session, this.wiki, this.gone);
        }
    }
}
