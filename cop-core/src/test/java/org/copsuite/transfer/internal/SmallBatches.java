/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import org.copsuite.transfer.StackExchangeImport;

/** Imports in small batches, for tests of other modules that need the border between two batches but not many posts. */
public final class SmallBatches
{
    private SmallBatches()
    {
    }

    /**
     * @param imports the component that imports
     * @param posts the number of posts, comments and links that it writes at once
     */
    public static void use(StackExchangeImport imports, int posts)
    {
        ((DefaultStackExchangeImport) imports).setBatch(posts);
    }
}
