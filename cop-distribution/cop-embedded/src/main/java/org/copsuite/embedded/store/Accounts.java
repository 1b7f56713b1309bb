/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** The accounts of the embedded wiki. Who may change them is asked by the caller. */
@Role
public interface Accounts
{
    /** The fewest characters of a password. */
    int PASSWORD_LENGTH = 8;

    /** The longest password, in characters. */
    int PASSWORD_LONGEST = 1024;

    /** The largest avatar, in bytes. */
    int AVATAR_SIZE = 512 * 1024;

    /**
     * Creates an account and its profile page.
     *
     * @param login letters, digits, dots, dashes and underscores, 1 to 60 of them
     * @param password at least {@link #PASSWORD_LENGTH} characters, or {@code null} for an account without one
     * @param draft the rest
     * @return the account
     * @throws RefusedException {@code embedded.account.login.invalid}, {@code embedded.account.login.taken},
     *             {@code embedded.account.password.short}, {@code embedded.account.password.long},
     *             {@code embedded.account.name.invalid},
     *             {@code embedded.account.email.invalid}
     */
    Account create(String login, String password, AccountDraft draft) throws RefusedException;

    /**
     * Checks a password. It takes as long for an unknown login as for a wrong password.
     *
     * @param login the login, in any case
     * @param password what was typed
     * @return the account, if it is active and the password is right
     */
    Optional<Account> authenticate(String login, String password);

    /**
     * @param user an id
     * @return the account of that id
     */
    Optional<Account> find(UserId user);

    /**
     * @param login a login, in any case
     * @return the account of that login
     */
    Optional<Account> byLogin(String login);

    /**
     * @param user whose
     * @param draft what is true from now on; an account made inactive loses its sessions
     * @return the account as it is now
     * @throws RefusedException as {@link #create}; {@code embedded.account.unknown}
     */
    Account update(UserId user, AccountDraft draft) throws RefusedException;

    /**
     * Sets a password and ends the sessions of the account.
     *
     * @param user whose
     * @param password the new one
     * @throws RefusedException {@code embedded.account.password.short}, {@code embedded.account.password.long},
     *             {@code embedded.account.unknown}
     */
    void setPassword(UserId user, String password) throws RefusedException;

    /**
     * Sets or removes the picture.
     *
     * @param user whose
     * @param picture a PNG, JPEG, GIF or WebP image (told by its first bytes) of at most {@link #AVATAR_SIZE} bytes, or
     *            {@code null} for none
     * @throws RefusedException {@code embedded.account.avatar.invalid}, {@code embedded.account.unknown}
     */
    void setAvatar(UserId user, byte[] picture) throws RefusedException;

    /**
     * @param user whose
     * @return the picture
     */
    Optional<Avatar> avatar(UserId user);

    /**
     * @param afterLogin the last login of the list before, empty at the start
     * @param limit how many at most
     * @return the accounts after it, by login
     */
    List<Account> list(String afterLogin, int limit);

    /** @return how many accounts there are */
    long count();

    /** @return all accounts, by login */
    Stream<Account> all();

    /**
     * A picture.
     *
     * @param contentType {@code image/png}, {@code image/jpeg}, {@code image/gif} or {@code image/webp}
     * @param bytes its bytes, not to be changed
     */
    record Avatar(String contentType, byte[] bytes)
    {
    }
}
