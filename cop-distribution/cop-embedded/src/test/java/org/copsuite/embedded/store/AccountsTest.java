/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.copsuite.embedded.ComponentsAccess;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, groups, sessions, settings and rules, also after the wiki is opened again. */
class AccountsTest
{
    private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3, 4 };

    @TempDir
    private Path data;

    private ComponentsAccess components;

    @BeforeEach
    void open()
    {
        this.components = new ComponentsAccess(WikiOptions.at(this.data));
    }

    @AfterEach
    void close()
    {
        this.components.close();
    }

    private void reopen()
    {
        close();
        open();
    }

    private Accounts accounts()
    {
        return this.components.get(Accounts.class);
    }

    @Test
    void createsAnAccountThatSignsIn() throws RefusedException
    {
        Account ada = accounts().create("Ada.L", "correct horse", AccountDraft.of("Ada Lovelace"));
        assertThat(ada.id()).isEqualTo(new UserId("xwiki:XWiki.Ada\\.L"));
        assertThat(this.components.get(Pages.class).load(ada.profile())).isPresent();
        reopen();

        assertThat(accounts().authenticate("ada.l", "correct horse")).contains(ada);
        assertThat(accounts().authenticate("Ada.L", "Correct horse")).isEmpty();
        assertThat(accounts().authenticate("nobody", "correct horse")).isEmpty();
        assertThat(accounts().authenticate(null, null)).isEmpty();
        assertThat(accounts().find(ada.id())).contains(ada);
        assertThat(accounts().find(new UserId("xwiki:XWiki.ada\\.l"))).isEmpty();
        assertThat(accounts().find(UserId.GUEST)).isEmpty();
    }

    @Test
    void keepsNoPassword() throws RefusedException
    {
        QuickStart.slowPasswords();
        accounts().create("ada", "correct horse", AccountDraft.of("Ada"));
        List<String> stored = this.components.get(WikiDatabase.class).run(
            s -> s.list("select password from wiki_account", row -> row.getString(1)));
        assertThat(stored).singleElement().asString().startsWith("pbkdf2-sha256$600000$")
            .doesNotContain("correct horse");
    }

    @Test
    void refusesWhatIsNoAccount() throws RefusedException
    {
        AccountDraft draft = AccountDraft.of("Ada");
        accounts().create("ada", null, draft);
        refuses("embedded.account.login.taken", () -> accounts().create("ADA", null, draft));
        for (String login : new String[] { null, "", " ", "a b", "a/b", "-a", "x".repeat(61), "WebHome" }) {
            refuses("embedded.account.login.invalid", () -> accounts().create(login, null, draft));
        }
        refuses("embedded.account.password.short", () -> accounts().create("bob", "1234567", draft));
        refuses("embedded.account.name.invalid", () -> accounts().create("bob", null, AccountDraft.of(" \0 ")));
        refuses("embedded.account.email.invalid", () -> accounts().create("bob", null,
            new AccountDraft("Bob", "no mail", Locale.ENGLISH, ZoneId.of("UTC"), true)));
        refuses("embedded.account.unknown", () -> accounts().setPassword(Account.idOf("bob"), "long enough"));
        refuses("embedded.account.unknown", () -> accounts().update(Account.idOf("bob"), draft));
        assertThat(accounts().authenticate("ada", "")).isEmpty();
        assertThat(accounts().count()).isEqualTo(1);
    }

    /** Something that is refused. */
    private interface Attempt
    {
        void run() throws RefusedException;
    }

    private static void refuses(String key, Attempt attempt)
    {
        assertThatThrownBy(attempt::run).isInstanceOf(RefusedException.class).hasMessage(key);
    }

    @Test
    void changesAnAccount() throws RefusedException
    {
        UserId ada = accounts().create("ada", "correct horse", AccountDraft.of("Ada")).id();
        accounts().update(ada, new AccountDraft("Ada L.", "ada@example.org", Locale.FRENCH,
            ZoneId.of("Europe/Paris"), true));
        accounts().setAvatar(ada, PNG);
        accounts().setPassword(ada, "another horse");
        reopen();

        Account account = accounts().find(ada).orElseThrow();
        assertThat(account.name()).isEqualTo("Ada L.");
        assertThat(account.email()).isEqualTo("ada@example.org");
        assertThat(account.locale()).isEqualTo(Locale.FRENCH);
        assertThat(account.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(account.avatar()).isNotBlank();
        assertThat(accounts().avatar(ada).orElseThrow().contentType()).isEqualTo("image/png");
        assertThat(accounts().avatar(ada).orElseThrow().bytes()).isEqualTo(PNG);
        assertThat(accounts().authenticate("ada", "correct horse")).isEmpty();
        assertThat(accounts().authenticate("ada", "another horse")).isPresent();
        refuses("embedded.account.avatar.invalid", () -> accounts().setAvatar(ada, "<svg onload=x>".getBytes()));
        refuses("embedded.account.avatar.invalid", () -> accounts().setAvatar(ada, new byte[600_000]));
        accounts().setAvatar(ada, null);
        assertThat(accounts().avatar(ada)).isEmpty();
        assertThat(accounts().find(ada).orElseThrow().avatar()).isNull();
    }

    @Test
    void listsAccountsByLogin() throws RefusedException
    {
        for (String login : List.of("carl", "Bea", "ada", "Dan")) {
            accounts().create(login, null, AccountDraft.of(login));
        }
        assertThat(accounts().list("", 2)).extracting(Account::login).containsExactly("ada", "Bea");
        assertThat(accounts().list("Bea", 5)).extracting(Account::login).containsExactly("carl", "Dan");
    }

    @Test
    void keepsSessionsOverARestart() throws RefusedException
    {
        UserId ada = accounts().create("ada", null, AccountDraft.of("Ada")).id();
        Session session = this.components.get(Sessions.class).open(ada);
        Session guest = this.components.get(Sessions.class).open(UserId.GUEST);
        assertThat(this.components.get(Sessions.class).find(guest.secret())).contains(guest);
        assertThat(guest.token()).isNotEqualTo(session.token());
        reopen();

        Sessions sessions = this.components.get(Sessions.class);
        assertThat(sessions.find(session.secret())).map(Session::user).contains(ada);
        assertThat(sessions.find(session.secret())).map(Session::token).contains(session.token());
        for (String forged : new String[] { null, "", "x", session.secret() + "x", session.token(), "\0",
            "x".repeat(5000) }) {
            assertThat(sessions.find(forged)).isEmpty();
        }
        List<String> stored = this.components.get(WikiDatabase.class).run(
            s -> s.list("select id from wiki_session", row -> row.getString(1)));
        assertThat(stored).hasSize(1).doesNotContain(session.secret());
        sessions.close(session.secret());
        assertThat(sessions.find(session.secret())).isEmpty();
    }

    @Test
    void endsTheOldestOfMoreThanAHundredSessions() throws RefusedException
    {
        UserId ada = accounts().create("ada", "secret-1", AccountDraft.of("Ada")).id();
        Sessions sessions = this.components.get(Sessions.class);
        List<Session> open = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            open.add(sessions.open(ada));
        }
        assertThat(open).allSatisfy(session -> assertThat(sessions.find(session.secret())).isPresent());

        open.add(sessions.open(ada));
        assertThat(open).filteredOn(session -> sessions.find(session.secret()).isPresent()).hasSize(100)
            .contains(open.get(100));
    }

    @Test
    void takesPasswordsOfBoundedLength() throws RefusedException
    {
        AccountDraft draft = AccountDraft.of("Ada");
        for (int wrong : new int[] {7, 1025}) {
            assertThatThrownBy(() -> accounts().create("ada", "x".repeat(wrong), draft)).as("" + wrong)
                .isInstanceOf(RefusedException.class);
        }
        accounts().create("ada", "x".repeat(8), draft);
        accounts().create("bea", "x".repeat(1024), draft);
        assertThat(accounts().authenticate("bea", "x".repeat(1024))).isPresent();
        assertThat(accounts().authenticate("bea", "x".repeat(1023))).isEmpty();
    }

    @Test
    void endsSessionsOfAnAccountThatIsClosed() throws RefusedException
    {
        UserId ada = accounts().create("ada", null, AccountDraft.of("Ada")).id();
        Sessions sessions = this.components.get(Sessions.class);
        Session first = sessions.open(ada);
        accounts().setPassword(ada, "another horse");
        assertThat(sessions.find(first.secret())).isEmpty();
        Session second = sessions.open(ada);
        accounts().update(ada, new AccountDraft("Ada", "", Locale.ENGLISH, ZoneId.of("UTC"), false));
        assertThat(sessions.find(second.secret())).isEmpty();
        assertThat(accounts().authenticate("ada", "another horse")).isEmpty();
    }

    @Test
    void keepsGroupsAndRules() throws RefusedException
    {
        UserId ada = accounts().create("ada", null, AccountDraft.of("Ada")).id();
        GroupDirectory groups = this.components.get(GroupDirectory.class);
        GroupId gardeners = groups.create(new WikiId("xwiki"), "Gardeners");
        groups.add(gardeners, ada);
        SpaceId garden = SpaceId.of(new WikiId("xwiki"), "Garden");
        List<Rule> rules = List.of(Rule.allow(new Rule.Group(gardeners), Right.VIEW, Right.EDIT),
            Rule.allow(new Rule.User(ada), Right.MODERATE), Rule.allow(new Rule.Everyone(), Right.VIEW),
            Rule.allow(new Rule.SignedIn(), Right.COMMENT));
        this.components.get(Rules.class).set(garden, rules);
        this.components.get(Settings.class).set("some.setting", "value \u00FC");
        reopen();

        GroupDirectory again = this.components.get(GroupDirectory.class);
        assertThat(again.groupsOf(ada)).containsExactly(gardeners);
        assertThat(again.list()).extracting(GroupDirectory.GroupLine::name).containsExactly("Gardeners",
            "XWikiAdminGroup");
        Rules book = this.components.get(Rules.class);
        assertThat(book.own(garden)).contains(rules);
        assertThat(book.deciding(garden.child("Bed"))).isEqualTo(garden);
        assertThat(this.components.get(Settings.class).get("some.setting")).contains("value \u00FC");
        again.delete(gardeners);
        assertThat(again.groupsOf(ada)).isEmpty();
        assertThat(book.own(garden).orElseThrow()).hasSize(3);
        book.remove(garden);
        assertThat(book.own(garden)).isEmpty();
        refuses("embedded.group.administrators", () -> again.delete(GroupDirectory.ADMINISTRATORS));
    }
}
