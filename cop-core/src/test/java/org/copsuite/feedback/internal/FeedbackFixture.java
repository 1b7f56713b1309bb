/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An open and a private community, a facilitator of both, seven members, and somebody who belongs to neither. */
final class FeedbackFixture implements AutoCloseable
{
    static final WikiId WIKI = TestWiki.WIKI;

    final TestWiki wiki = new TestWiki();

    final UserId boss = this.wiki.administrator("boss");

    final UserId stranger = this.wiki.account("stranger");

    final List<UserId> members =
        IntStream.range(0, 7).mapToObj(i -> this.wiki.account("member" + i)).toList();

    final CommunityId open = community("Databases", Visibility.OPEN);

    final CommunityId hidden = community("Behind the door", Visibility.PRIVATE);

    private CommunityId community(String title, Visibility visibility)
    {
        CommunityId id = new CommunityId(UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)));
        CommunityService communities = this.wiki.get(CommunityService.class);
        try {
            communities.found(this.boss,
                new CommunityDraft(id, WIKI, title, "What it is for.", List.of(), visibility));
            for (UserId member : this.members) {
                communities.appoint(this.boss, id, member, Role.MEMBER);
            }
        } catch (CopException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    /** Member zero, who starts polls. */
    UserId anna()
    {
        return this.members.get(0);
    }

    /** The open community, as somebody views it. */
    CommunityView view(UserId reader) throws CopException
    {
        return this.wiki.get(CommunityService.class).get(reader, WIKI, this.open);
    }

    void runTask()
    {
        this.wiki.get(MaintenanceTask.class, "feedback").run();
    }

    /** Begins to create notices with the next entry. */
    void expectNotices()
    {
        consumer().checkpoint();
    }

    List<NoticeView> notices(UserId person) throws Exception
    {
        consumer().consume(this.wiki.get(Ledger.class).after(consumer().checkpoint(), 500));
        return this.wiki.get(NoticeService.class).list(person, WIKI, null, 20).items();
    }

    private LedgerConsumer consumer()
    {
        return this.wiki.get(LedgerConsumer.class, "notices");
    }

    static void assertField(String field, String key, ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getFields()).hasEntrySatisfying(field,
                message -> assertThat(message.key()).isEqualTo(key)));
    }

    static void assertKind(Kind kind, ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(kind));
    }

    @Override
    public void close()
    {
        this.wiki.close();
    }
}
