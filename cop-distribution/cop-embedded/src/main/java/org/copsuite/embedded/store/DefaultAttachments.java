/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.net.URLConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Attachments in a table. */
@Component
@Singleton
public class DefaultAttachments implements Attachments
{
    private static final String UNKNOWN = "application/octet-stream";

    private static final int NAME = 200;

    private static final long MEBIBYTE = 1024L * 1024L;

    private static final String SELECT = "select name, content_type, size, author, added_at from wiki_attachment ";

    @Inject
    private WikiDatabase database;

    @Inject
    private PageTable pages;

    @Inject
    private PageChanges changes;

    @Inject
    private Settings settings;

    @Override
    public long maximum()
    {
        return this.settings.get(Settings.ATTACHMENT_SIZE).filter(text -> text.matches("[1-9][0-9]{0,11}"))
            .map(Long::valueOf).map(size -> Math.min(size, LARGEST)).orElse((long) DEFAULT_SIZE);
    }

    @Override
    public Attachment add(PageId page, String name, FileContent content, UserId actor) throws RefusedException
    {
        if (!isName(name)) {
            throw new RefusedException("embedded.attachment.name");
        }
        long maximum = maximum();
        if (content.size() > maximum) {
            throw new RefusedException("embedded.attachment.large", maximum / MEBIBYTE);
        }
        Attachment attachment = new Attachment(name, type(name), content.size(), actor, PageTable.now());
        this.database.transaction(s -> {
            long key = this.pages.find(s, page).filter(p -> p.redirect() == null)
                .orElseThrow(() -> new RefusedException("embedded.attachment.page")).key();
            s.update("delete from wiki_attachment where page = ? and name = ?", key, name);
            boolean pieces = this.database.dialect() == Dialect.MARIADB;
            s.update("insert into wiki_attachment (page, name, content_type, size, author, added_at, content) "
                + "values (?, ?, ?, ?, ?, ?, ?)", key, name, attachment.contentType(), attachment.size(),
                actor.value(), attachment.at().toEpochMilli(), pieces ? new byte[0] : content);
            if (pieces) {
                s.append("update wiki_attachment set content = concat(content, ?) where page = ? and name = ?", content,
                    key, name);
            }
            return key;
        });
        this.changes.changed(page);
        return attachment;
    }

    private static boolean isName(String name)
    {
        return name != null && !name.isBlank() && name.length() <= NAME && !".".equals(name) && !"..".equals(name)
            && Clean.text(name).equals(name)
            && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    private static String type(String name)
    {
        String type = URLConnection.guessContentTypeFromName(name);
        return type == null ? UNKNOWN : type;
    }

    @Override
    public List<Attachment> list(PageId page)
    {
        return this.pages.load(page).map(p -> this.database.run(s -> s.list(
            SELECT + "where page = ? order by name", DefaultAttachments::attachment, p.key()))).orElse(List.of());
    }

    @Override
    public Optional<Attachment> find(PageId page, String name)
    {
        return named(page, name).flatMap(p -> this.database.run(s -> s.one(
            SELECT + "where page = ? and name = ?", DefaultAttachments::attachment, p.key(), name)));
    }

    /** @return the page, if the name is valid for an attachment */
    private Optional<StoredPage> named(PageId page, String name)
    {
        return isName(name) ? this.pages.load(page) : Optional.empty();
    }

    private static Attachment attachment(ResultSet row) throws SQLException
    {
        Instant at = PageRows.instant(row, "added_at");
        return new Attachment(row.getString("name"), row.getString("content_type"), row.getLong("size"),
            new UserId(row.getString("author")), at);
    }

    @Override
    public Optional<FileContent> content(PageId page, String name)
    {
        return named(page, name).flatMap(p -> find(page, name)
            .map(attachment -> new StoredContent(this.database, p.key(), attachment)));
    }

    @Override
    public void delete(PageId page, String name, UserId actor)
    {
        Optional<StoredPage> stored = named(page, name);
        if (stored.isPresent()) {
            this.database.run(s -> s.update("delete from wiki_attachment where page = ? and name = ?",
                stored.get().key(), name));
            this.changes.changed(page);
        }
    }
}
