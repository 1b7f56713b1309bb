/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.RefusedException;

/** Common parts of the forms about accounts. */
final class AccountForms
{
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "it", "nl", "pl", "pt");

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.matches("UTC|(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")).sorted()
        .toList();

    private AccountForms()
    {
    }

    /**
     * The submitted values.
     *
     * @param name the name
     * @param email the mail address
     * @param locale a language tag
     * @param zone the id of a time zone
     */
    public record Typed(String name, String email, String locale, String zone)
    {
        static Typed of(Account account)
        {
            return new Typed(account.name(), account.email(), account.locale().toLanguageTag(), account.zone().getId());
        }

        static Typed of(Exchange exchange)
        {
            return new Typed(exchange.parameter("name").strip(), exchange.parameter("email").strip(),
                exchange.parameter("locale"), exchange.parameter("zone"));
        }
    }

    /**
     * A language in a selection.
     *
     * @param tag the language tag
     * @param name the name of the language in the language itself
     */
    public record Language(String tag, String name)
    {
    }

    static List<Language> locales()
    {
        return LANGUAGES.stream().map(Locale::forLanguageTag)
            .map(locale -> new Language(locale.toLanguageTag(), locale.getDisplayName(locale))).toList();
    }

    static List<String> zones()
    {
        return ZONES;
    }

    /**
     * Validates language and time zone; the store validates the other values.
     *
     * @param typed the submitted values
     * @param active whether the account is active
     * @return the draft of the account
     * @throws RefusedException if the language tag or the time zone is invalid
     */
    static AccountDraft draft(Typed typed, boolean active) throws RefusedException
    {
        String tag = typed.locale().isEmpty() ? "en" : typed.locale();
        if (!tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")) {
            throw new RefusedException("embedded.profile.locale.wrong");
        }
        try {
            return new AccountDraft(typed.name(), typed.email(), Locale.forLanguageTag(tag),
                ZoneId.of(typed.zone().isEmpty() ? "UTC" : typed.zone()), active);
        } catch (DateTimeException e) {
            throw new RefusedException("embedded.profile.zone.wrong");
        }
    }
}
