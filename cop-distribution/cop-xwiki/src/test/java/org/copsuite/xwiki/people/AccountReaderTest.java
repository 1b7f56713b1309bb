/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.request.XWikiLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.localization.LocalizationManager;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

/** What XWiki's accounts say of a person. */
@ComponentTest
@ComponentList({Accounts.class, AccountReader.class, WikiContext.class})
class AccountReaderTest
{
    private final PageId profile = SpaceId.of(new WikiId("xwiki"), "XWiki").page("ada");

    private final UserId ada = new UserId("xwiki:XWiki.ada");

    private FakePlatform platform;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Accounts accounts;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        XWikiLinks links = this.components.registerMockComponent(XWikiLinks.class);
        lenient().when(links.view(this.profile)).thenReturn("/xwiki/bin/view/XWiki/ada");
        lenient().when(links.attachment(eq(this.profile), eq("me.png"), any())).thenReturn("/me.png");
        LocalizationManager localization = this.components.registerMockComponent(LocalizationManager.class);
        lenient().when(localization.getDefaultLocale()).thenReturn(Locale.ENGLISH);
        Wikis wikis = this.components.registerMockComponent(Wikis.class);
        lenient().when(wikis.all()).thenReturn(List.of(new WikiId("xwiki"), new WikiId("garden")));
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.accounts = this.components.getInstance(Accounts.class);
    }

    private BaseObject account()
    {
        XWikiDocument document = new XWikiDocument(Names.reference(this.profile));
        BaseObject account = document.newXObject(AccountReader.USERS, this.platform.context());
        this.platform.wiki().saveDocument(document, "", false, this.platform.context());
        return this.platform.wiki().getDocument(Names.reference(this.profile), this.platform.context())
            .getXObject(AccountReader.USERS);
    }

    @Test
    void readsAnAccount()
    {
        BaseObject account = account();
        account.setStringValue("first_name", "Ada");
        account.setStringValue("last_name", "Lovelace");
        account.setStringValue("avatar", "me.png");
        account.setStringValue("default_language", "fr_CA");
        account.setStringValue("timezone", "Europe/London");
        account.setIntValue("active", 1);

        assertThat(this.accounts.find(this.ada)).contains(new Person(this.ada, "Ada Lovelace", "/me.png",
            "/xwiki/bin/view/XWiki/ada", Locale.CANADA_FRENCH, ZoneId.of("Europe/London"), true));
    }

    @Test
    void makesDoWithLittle()
    {
        BaseObject account = account();
        account.setStringValue("timezone", "Mars/Olympus");
        account.setIntValue("active", 0);

        Person person = this.accounts.find(this.ada).orElseThrow();
        assertThat(person.name()).isEqualTo("ada");
        assertThat(person.avatar()).isNull();
        assertThat(person.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(person.zone()).isEqualTo(ZoneId.systemDefault());
        assertThat(person.active()).isFalse();
    }

    @Test
    void knowsNobodyElse()
    {
        assertThat(this.accounts.find(this.ada)).isEmpty();
        assertThat(this.accounts.find(UserId.GUEST)).isEmpty();
        assertThat(this.accounts.find(new UserId(UserId.IMPORTED + "7"))).isEmpty();
        assertThat(this.accounts.find(new UserId("something else"))).isEmpty();
        assertThat(this.accounts.find(new UserId("xwiki:XWiki.superadmin"))).map(Person::active).contains(true);
    }

    @Test
    void asksForNobodyInAWikiThatThereIsNot()
    {
        UserId nobody = new UserId("nowhere:XWiki.ada");
        this.platform.wiki().saveDocument(new XWikiDocument(Names.reference(Names.profile(nobody).orElseThrow())), "", false,
            this.platform.context());

        assertThat(this.accounts.find(nobody)).isEmpty();
    }

    /** In a farm whose wikis have domains of their own, a profile of the main wiki has another address in another wiki. */
    @Test
    void keepsTheAddressesOfOneWikiFromAnother() throws Exception
    {
        account();
        XWikiLinks links = this.components.getInstance(XWikiLinks.class);
        assertThat(this.accounts.find(this.ada)).map(Person::profile).contains("/xwiki/bin/view/XWiki/ada");
        when(links.view(this.profile)).thenReturn("https://main.example.org/xwiki/bin/view/XWiki/ada");

        assertThat(this.accounts.find(this.ada)).map(Person::profile).contains("/xwiki/bin/view/XWiki/ada");
        this.platform.context().setWikiId("garden");
        assertThat(this.accounts.find(this.ada)).map(Person::profile)
            .contains("https://main.example.org/xwiki/bin/view/XWiki/ada");
    }

    @Test
    void readsAgainAfterAChange()
    {
        BaseObject account = account();
        account.setStringValue("first_name", "Ada");
        assertThat(this.accounts.find(this.ada)).map(Person::name).contains("Ada");
        account.setStringValue("first_name", "Augusta");
        assertThat(this.accounts.find(this.ada)).map(Person::name).contains("Ada");
        this.accounts.forget(this.profile);
        assertThat(this.accounts.find(this.ada)).map(Person::name).contains("Augusta");
    }
}
