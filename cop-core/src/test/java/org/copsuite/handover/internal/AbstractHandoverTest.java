/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover.internal;

import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.handover.HandoverService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Anna, Bert and Cleo are members of a private community that the administrator facilitates; Dora is in none. */
abstract class AbstractHandoverTest
{
    static final WikiId WIKI = TestWiki.WIKI;

    final TestWiki wiki = new TestWiki();

    final UserId boss = this.wiki.administrator("boss");

    final UserId anna = this.wiki.account("anna");

    final UserId bert = this.wiki.account("bert");

    final UserId cleo = this.wiki.account("cleo");

    final UserId dora = this.wiki.account("dora");

    final HandoverService service = this.wiki.get(HandoverService.class);

    CommunityId bakers;

    @BeforeEach
    void found() throws Exception
    {
        this.bakers = this.wiki.found(this.boss, "Bakers", Visibility.PRIVATE, this.anna, this.bert, this.cleo);
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }
}
