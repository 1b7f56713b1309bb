/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.xar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/** Stores the digests of the last import, which show what people have changed since. */
@Component(roles = ImportMemory.class)
@Singleton
public class ImportMemory
{
    @Inject
    private WikiDatabase database;

    static String digest(String title, String content, boolean hidden)
    {
        return digest((title + '\0' + content + '\0' + hidden).getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] bytes)
    {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available.", e);
        }
    }

    Optional<String> recall(PageId page)
    {
        return this.database.run(s -> s.one("select digest from wiki_import where place = ?",
            row -> row.getString("digest"), page.toString()));
    }

    void keep(PageId page, String digest)
    {
        this.database.transaction(s -> {
            s.update("delete from wiki_import where place = ?", page.toString());
            return s.update("insert into wiki_import (place, digest) values (?, ?)", page.toString(), digest);
        });
    }
}
