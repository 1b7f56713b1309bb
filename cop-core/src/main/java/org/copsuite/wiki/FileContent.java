/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, which need not be in memory and can be read several times. */
public interface FileContent
{
    /** @return the number of bytes */
    long size();

    /**
     * @return a new stream from the first byte; the caller closes it
     * @throws IOException if the bytes cannot be read, or no longer exist
     */
    InputStream open() throws IOException;

    /**
     * @param bytes the bytes, not to be modified
     * @return content in memory
     */
    static FileContent of(byte[] bytes)
    {
        return new FileContent()
        {
            @Override
            public long size()
            {
                return bytes.length;
            }

            @Override
            public InputStream open()
            {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
