/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import org.copsuite.CopException;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Mails end for who follows the link of one, and for nobody else. */
class DefaultUnsubscribeTokensTest
{
    private final TestWiki wiki = new TestWiki();

    private UnsubscribeTokens unsubscribing;

    private UserId anna;

    private UserId bert;

    @BeforeEach
    void start()
    {
        this.unsubscribing = this.wiki.get(UnsubscribeTokens.class);
        this.anna = this.wiki.account("anna");
        this.bert = this.wiki.account("b\u00e9rt \ud83d\ude00");
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    private MailFrequency wish(UserId person)
    {
        return this.wiki.get(NoticeService.class).mailFrequency(person, TestWiki.WIKI);
    }

    private void refuses(String token)
    {
        assertThatThrownBy(() -> this.unsubscribing.unsubscribe(TestWiki.WIKI, token)).isInstanceOfSatisfying(
            CopException.class, e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.NOT_FOUND));
    }

    @Test
    void endsTheMailsOfOnePerson() throws Exception
    {
        String token = this.unsubscribing.token(TestWiki.WIKI, this.bert);
        assertThat(token).matches("[A-Za-z0-9_.-]+").hasSizeLessThan(UnsubscribeTokens.LONGEST);
        assertThat(this.unsubscribing.person(TestWiki.WIKI, token)).isEqualTo(this.bert);
        assertThat(wish(this.bert)).as("asking changes nothing").isEqualTo(MailFrequency.ONCE);

        this.unsubscribing.unsubscribe(TestWiki.WIKI, token);
        this.unsubscribing.unsubscribe(TestWiki.WIKI, token);

        assertThat(wish(this.bert)).isEqualTo(MailFrequency.NONE);
        assertThat(wish(this.anna)).isEqualTo(MailFrequency.ONCE);
    }

    @Test
    void namesTheAddressThatEndsThem() throws Exception
    {
        String address = this.unsubscribing.address(TestWiki.WIKI, this.anna);
        String token = address.substring(address.lastIndexOf('/') + 1);
        assertThat(this.unsubscribing.person(TestWiki.WIKI, token)).isEqualTo(this.anna);
        assertThat(address).matches("https?://.+").endsWith(this.unsubscribing.path(TestWiki.WIKI, token));
    }

    @Test
    void nobodyMakesATokenForAnother()
    {
        String mine = this.unsubscribing.token(TestWiki.WIKI, this.anna);
        String his = this.unsubscribing.token(TestWiki.WIKI, this.bert);
        refuses(his.substring(0, his.indexOf('.')) + mine.substring(mine.indexOf('.')));
        refuses(mine.substring(0, mine.length() - 1) + (mine.endsWith("A") ? 'E' : 'A'));
        refuses(this.unsubscribing.token(new WikiId("other"), this.anna));
        assertThat(wish(this.anna)).isEqualTo(MailFrequency.ONCE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "a.b", "%00", "\u0000.\ud800", "YW5uYQ", "YW5uYQ.", ".YW5uYQ", "!!!!.!!!!"})
    void whatIsNoTokenIsNone(String token)
    {
        refuses(token);
        refuses("A".repeat(70_000) + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "c2hvcnQ"})
    void aKeyThatIsNoneIsMadeAgain(String broken) throws Exception
    {
        String before = this.unsubscribing.token(TestWiki.WIKI, this.anna);
        this.wiki.get(Settings.class).set(DefaultUnsubscribeTokens.KEY,
            SettingTarget.wiki(TestWiki.WIKI), broken);
        refuses(before);
        assertThat(this.unsubscribing.person(TestWiki.WIKI, this.unsubscribing.token(TestWiki.WIKI, this.anna)))
            .isEqualTo(this.anna);
    }
}
