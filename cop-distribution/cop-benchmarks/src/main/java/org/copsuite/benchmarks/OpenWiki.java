/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Opens a wiki in this process, for benchmarks of single parts of it. */
@State(Scope.Benchmark)
public class OpenWiki
{
    private Scratch scratch;

    private CopServer wiki;

    /**
     * Opens the wiki in a temporary folder.
     *
     * @return the wiki
     * @throws Exception if the wiki does not open
     */
    CopServer openWiki() throws Exception
    {
        this.scratch = new Scratch();
        this.wiki = CopServer.open(WikiOptions.at(this.scratch.folder()));
        return this.wiki;
    }

    /**
     * Closes the wiki and deletes its folder.
     *
     * @throws Exception if the wiki does not close
     */
    @TearDown
    public void close() throws Exception
    {
        this.wiki.close();
        this.scratch.close();
    }
}
