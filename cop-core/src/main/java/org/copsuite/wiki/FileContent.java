/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, which need not be in memory and can be read more than once. */
public interface FileContent
{
    /** @return how many bytes there are */
    long size();

    /**
     * @return a new stream of all bytes, from the first one; the caller closes it
     * @throws IOException if they cannot be read, or are there no longer
     */
    InputStream open() throws IOException;

    /**
     * @param bytes few enough for the memory, not to be changed
     * @return the same as content of a file
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
