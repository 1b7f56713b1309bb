/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** The accounts of the embedded wiki. The caller checks permissions. */
@Role
public interface Accounts
{
    /** The minimum length of a password, in characters. */
    int PASSWORD_LENGTH = 8;

    /** The maximum length of a password, in characters. */
    int PASSWORD_LONGEST = 1024;

    /** The maximum size of an avatar, in bytes. */
    int AVATAR_SIZE = 512 * 1024;

    /**
     * Creates an account and its profile page.
     *
     * @param login letters, digits, dots, dashes and underscores; 1 to 60 characters
     * @param password {@link #PASSWORD_LENGTH} to {@link #PASSWORD_LONGEST} characters, or {@code null} for an account
     *            without a password
     * @param draft the other values
     * @return the account
     * @throws RefusedException {@code embedded.account.login.invalid}, {@code embedded.account.login.taken},
     *            {@code embedded.account.password.short}, {@code embedded.account.password.long},
     *            {@code embedded.account.name.invalid}, {@code embedded.account.email.invalid}
     */
    Account create(String login, String password, AccountDraft draft) throws RefusedException;

    /**
     * Checks a password. An unknown login takes as long as a wrong password.
     *
     * @param login the login, ignoring case; may be {@code null}
     * @param password the password that was typed; may be {@code null}
     * @return the account, if it is active and the password is correct
     */
    Optional<Account> authenticate(String login, String password);

    /**
     * @param user an account id
     * @return the account with that id
     */
    Optional<Account> find(UserId user);

    /**
     * @param login a login, ignoring case
     * @return the account with that login
     */
    Optional<Account> byLogin(String login);

    /**
     * Updates an account. Deactivating an account ends its sessions.
     *
     * @param user the account
     * @param draft the new values
     * @return the updated account
     * @throws RefusedException for the same reasons as {@link #create}; {@code embedded.account.unknown}
     */
    Account update(UserId user, AccountDraft draft) throws RefusedException;

    /**
     * Sets the password of an account and ends its sessions.
     *
     * @param user the account
     * @param password the new password
     * @throws RefusedException {@code embedded.account.password.short}, {@code embedded.account.password.long},
     *            {@code embedded.account.unknown}
     */
    void setPassword(UserId user, String password) throws RefusedException;

    /**
     * Sets or removes the picture of an account.
     *
     * @param user the account
     * @param picture a PNG, JPEG, GIF or WebP image (detected by its first bytes) of at most {@link #AVATAR_SIZE}
     *            bytes, or {@code null} to remove the picture
     * @throws RefusedException {@code embedded.account.avatar.invalid}, {@code embedded.account.unknown}
     */
    void setAvatar(UserId user, byte[] picture) throws RefusedException;

    /**
     * @param user the account
     * @return the picture of the account
     */
    Optional<Avatar> avatar(UserId user);

    /**
     * @param afterLogin the last login of the previous part, empty for the first part
     * @param limit the maximum number of accounts
     * @return the accounts after that login, ordered by login
     */
    List<Account> list(String afterLogin, int limit);

    /** @return the number of accounts */
    long count();

    /** @return all accounts, ordered by login */
    Stream<Account> all();

    /**
     * The picture of an account.
     *
     * @param contentType {@code image/png}, {@code image/jpeg}, {@code image/gif} or {@code image/webp}
     * @param bytes the content of the image; must not be modified
     */
    record Avatar(String contentType, byte[] bytes)
    {
    }
}
