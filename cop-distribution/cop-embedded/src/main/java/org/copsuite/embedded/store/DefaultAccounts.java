/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/** Accounts in a table. All of them, without passwords and pictures, are cached in memory by login. */
@Component
@Singleton
public class DefaultAccounts implements Accounts, Initializable
{
    private static final int ATTEMPTS = 5;

    private static final String UNKNOWN = "embedded.account.unknown";

    @Inject
    private WikiDatabase database;

    @Inject
    private PageTable pages;

    @Inject
    private Sessions sessions;

    /** By login in lower case. */
    private final ConcurrentSkipListMap<String, Account> byLogin = new ConcurrentSkipListMap<>();

    @Override
    public void initialize()
    {
        this.database.run(s -> s.list("select * from wiki_account", row -> cache(account(row))));
        // Corrects the profiles of accounts that were renamed by versions that did not rename the profile.
        this.database.run(s -> s.list("select a.id from wiki_account a, wiki_page p where p.place = a.id "
            + "and p.title <> a.name and p.redirect is null", row -> new UserId(row.getString(1))))
            .forEach(user -> find(user).ifPresent(this::retitle));
    }

    /** Sets the title of the profile page to the name of the account: lists and search show pages by title. */
    private void retitle(Account account)
    {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Page> page = this.pages.load(account.profile()).filter(stored -> stored.redirect() == null)
                .map(StoredPage::page).filter(profile -> !profile.title().equals(account.name()));
            if (page.isEmpty()) {
                return;
            }
            Page old = page.get();
            try {
                this.pages.write(new PageWrite(old.id(), account.name(), old.content(), old.author(), null, old.object(),
                    old.hidden(), "", true, old.version(), Set.of()));
                return;
            } catch (StaleVersionException e) {
                // A concurrent save won; the next attempt renames the new version.
                this.pages.forget(List.of(account.profile()));
            }
        }
    }

    private Account cache(Account account)
    {
        this.byLogin.put(AccountChecks.key(account.login()), account);
        return account;
    }

    private static Account account(ResultSet row) throws SQLException
    {
        return new Account(new UserId(row.getString("id")), row.getString("login"), row.getString("name"),
            row.getString("email"), Locale.forLanguageTag(row.getString("locale")), ZoneId.of(row.getString("zone")),
            row.getBoolean("active"), row.getString("avatar"), PageRows.instant(row, "created_at"));
    }

    @Override
    public Account create(String login, String password, AccountDraft draft) throws RefusedException
    {
        AccountChecks.login(login);
        if (password != null) {
            AccountChecks.password(password);
        }
        AccountDraft checked = AccountChecks.draft(draft);
        Account account = new Account(Account.idOf(login), login, checked.name(), checked.email(), checked.locale(),
            checked.zone(), checked.active(), null, PageTable.now());
        String digest = password == null ? null : Passwords.digest(password);
        this.database.transaction(s -> {
            try {
                return insert(s, account, digest);
            } catch (SQLException e) {
                if (WikiDatabase.isDuplicate(e)) {
                    throw new RefusedException("embedded.account.login.taken", login);
                }
                throw e;
            }
        });
        cache(account);
        createProfile(account);
        return account;
    }

    private static int insert(Statements s, Account account, String digest) throws SQLException
    {
        return s.update("insert into wiki_account (id, login, login_key, name, email, locale, zone, active, password, "
            + "created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", account.id().value(), account.login(),
            AccountChecks.key(account.login()), account.name(), account.email(), account.locale().toLanguageTag(),
            account.zone().getId(), account.active(), digest, account.created().toEpochMilli());
    }

    private void createProfile(Account account)
    {
        try {
            if (this.pages.load(account.profile()).isEmpty()) {
                this.pages.write(new PageWrite(account.profile(), account.name(), "", account.id(), null,
                    Optional.empty(), false, "", false, null, Set.of()));
            }
        } catch (StaleVersionException e) {
            // The page was created concurrently, which is enough.
            this.pages.forget(List.<PageId>of(account.profile()));
        }
    }

    @Override
    public Optional<Account> authenticate(String login, String password)
    {
        Optional<Account> account = byLogin(login == null ? "" : login);
        String digest = account.flatMap(known -> this.database.run(s -> s.one(
            "select password from wiki_account where id = ? and password is not null",
            row -> row.getString("password"), known.id().value()))).orElse(null);
        boolean right = Passwords.matches(password == null ? "" : password, digest);
        return account.filter(known -> right && known.active());
    }

    @Override
    public Optional<Account> find(UserId user)
    {
        String prefix = Account.SPACE.toString() + '.';
        if (!user.value().startsWith(prefix)) {
            return Optional.empty();
        }
        String login = user.value().substring(prefix.length()).replace("\\.", ".");
        return byLogin(login).filter(account -> account.id().equals(user));
    }

    @Override
    public Optional<Account> byLogin(String login)
    {
        return Optional.ofNullable(this.byLogin.get(AccountChecks.key(login)));
    }

    @Override
    public Account update(UserId user, AccountDraft draft) throws RefusedException
    {
        AccountDraft checked = AccountChecks.draft(draft);
        Account account = change(user, now -> new Account(now.id(), now.login(), checked.name(), checked.email(),
            checked.locale(), checked.zone(), checked.active(), now.avatar(), now.created()));
        if (!account.active()) {
            this.sessions.closeAll(user);
        }
        retitle(account);
        return account;
    }

    private synchronized Account change(UserId user, UnaryOperator<Account> change) throws RefusedException
    {
        Account account = change.apply(find(user).orElseThrow(() -> new RefusedException(UNKNOWN)));
        this.database.run(s -> s.update("update wiki_account set name = ?, email = ?, locale = ?, zone = ?, "
            + "active = ?, avatar = ? where id = ?", account.name(), account.email(),
            account.locale().toLanguageTag(), account.zone().getId(), account.active(), account.avatar(),
            user.value()));
        return cache(account);
    }

    @Override
    public void setPassword(UserId user, String password) throws RefusedException
    {
        AccountChecks.password(password);
        String digest = Passwords.digest(password);
        int rows = this.database.run(s -> s.update("update wiki_account set password = ? where id = ?", digest,
            user.value()));
        if (rows == 0) {
            throw new RefusedException(UNKNOWN);
        }
        this.sessions.closeAll(user);
    }

    @Override
    public void setAvatar(UserId user, byte[] picture) throws RefusedException
    {
        String type = picture == null ? null : AccountChecks.picture(picture);
        if (find(user).isEmpty()) {
            throw new RefusedException(UNKNOWN);
        }
        this.database.transaction(s -> {
            s.update("delete from wiki_avatar where account = ?", user.value());
            return picture == null ? 0 : s.update(
                "insert into wiki_avatar (account, content_type, content) values (?, ?, ?)", user.value(), type,
                picture);
        });
        String token = picture == null ? null : UUID.randomUUID().toString().substring(0, 8);
        change(user, now -> new Account(now.id(), now.login(), now.name(), now.email(), now.locale(), now.zone(),
            now.active(), token, now.created()));
    }

    @Override
    public Optional<Avatar> avatar(UserId user)
    {
        return this.database.run(s -> s.one("select content_type, content from wiki_avatar where account = ?",
            row -> new Avatar(row.getString("content_type"), row.getBytes("content")), user.value()));
    }

    @Override
    public List<Account> list(String afterLogin, int limit)
    {
        Map<String, Account> rest = this.byLogin.tailMap(AccountChecks.key(afterLogin), false);
        return rest.values().stream().limit(limit).toList();
    }

    @Override
    public long count()
    {
        return this.byLogin.size();
    }

    @Override
    public Stream<Account> all()
    {
        return this.byLogin.values().stream();
    }
}
