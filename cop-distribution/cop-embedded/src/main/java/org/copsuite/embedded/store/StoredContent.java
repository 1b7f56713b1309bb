/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Blob;
import java.util.Optional;

import org.copsuite.embedded.store.Attachments.Attachment;
import org.copsuite.wiki.FileContent;

/**
 * The content of an attachment in the table. A stream reads one piece at a time, each with its own statement and
 * connection, so that a slow reader holds neither.
 */
final class StoredContent implements FileContent
{
    /** The number of bytes that one statement reads. */
    static final int PIECE = 128 * 1024;

    private static final String WHERE = " from wiki_attachment where page = ? and name = ? and added_at = ?";

    private final WikiDatabase database;

    private final long page;

    private final Attachment attachment;

    StoredContent(WikiDatabase database, long page, Attachment attachment)
    {
        this.database = database;
        this.page = page;
        this.attachment = attachment;
    }

    @Override
    public long size()
    {
        return this.attachment.size();
    }

    private byte[] piece(long from) throws IOException
    {
        int length = (int) Math.min(PIECE, size() - from);
        long at = this.attachment.at().toEpochMilli();
        Optional<byte[]> bytes;
        if (this.database.dialect() == Dialect.HSQLDB) {
            bytes = this.database.run(s -> s.one("select content" + WHERE, row -> {
                Blob blob = row.getBlob("content");
                return blob.getBytes(from + 1, length);
            }, this.page, this.attachment.name(), at));
        } else {
            bytes = this.database.run(s -> s.one("select substring(content from ? for ?) as piece" + WHERE,
                row -> row.getBytes("piece"), (int) from + 1, length, this.page, this.attachment.name(), at));
        }
        byte[] piece = bytes.orElseThrow(() -> new IOException("The attachment was replaced or deleted meanwhile."));
        if (piece.length != length) {
            throw new IOException("The attachment is shorter than its recorded size.");
        }
        return piece;
    }

    @Override
    public InputStream open()
    {
        return new InputStream()
        {
            private long next;

            private byte[] piece = new byte[0];

            private int at;

            @Override
            public int read() throws IOException
            {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException
            {
                if (this.at == this.piece.length) {
                    if (this.next >= size()) {
                        return -1;
                    }
                    this.piece = piece(this.next);
                    this.next += this.piece.length;
                    this.at = 0;
                }
                int count = Math.min(length, this.piece.length - this.at);
                System.arraycopy(this.piece, this.at, bytes, offset, count);
                this.at += count;
                return count;
            }
        };
    }
}
