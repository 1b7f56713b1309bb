/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.Locale;
import java.util.regex.Pattern;

import org.copsuite.PlainText;

/** Validates logins, passwords, account drafts and pictures. */
final class AccountChecks
{
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,59}");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,185}");

    private static final int NAME = 100;

    private static final int HEAD = 12;

    private AccountChecks()
    {
    }

    static void login(String login) throws RefusedException
    {
        if (login == null || !LOGIN.matcher(login).matches() || "WebHome".equalsIgnoreCase(login)) {
            throw new RefusedException("embedded.account.login.invalid");
        }
    }

    static void password(String password) throws RefusedException
    {
        if (password == null || password.length() < Accounts.PASSWORD_LENGTH) {
            throw new RefusedException("embedded.account.password.short", Accounts.PASSWORD_LENGTH);
        }
        // PBKDF2 reads only the first Passwords.LONGEST characters and would ignore the rest.
        if (password.length() > Passwords.LONGEST) {
            throw new RefusedException("embedded.account.password.long", Passwords.LONGEST);
        }
    }

    static AccountDraft draft(AccountDraft draft) throws RefusedException
    {
        String name = PlainText.line(Clean.text(draft.name()));
        if (name.isBlank() || name.length() > NAME) {
            throw new RefusedException("embedded.account.name.invalid", NAME);
        }
        String email = Clean.text(draft.email()).strip();
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw new RefusedException("embedded.account.email.invalid");
        }
        return new AccountDraft(name, email, draft.locale(), draft.zone(), draft.active());
    }

    static String key(String login)
    {
        return login.toLowerCase(Locale.ROOT);
    }

    /** Detects the content type of an image by its first bytes, so that only images are served as images. */
    static String picture(byte[] bytes) throws RefusedException
    {
        if (bytes.length >= HEAD && bytes.length <= Accounts.AVATAR_SIZE) {
            if (starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
                return "image/png";
            }
            if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
                return "image/jpeg";
            }
            if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
                return "image/gif";
            }
            if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
                return "image/webp";
            }
        }
        throw new RefusedException("embedded.account.avatar.invalid", Accounts.AVATAR_SIZE / 1024);
    }

    private static boolean starts(byte[] bytes, int offset, int... expected)
    {
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[offset + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
