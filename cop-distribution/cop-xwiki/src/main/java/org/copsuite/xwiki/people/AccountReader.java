/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.request.XWikiLinks;
import org.xwiki.component.annotation.Component;
import org.xwiki.localization.LocalizationManager;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/** Reads an account from its profile page. */
@Component(roles = AccountReader.class)
@Singleton
public class AccountReader
{
    /** The class of the object that makes a page an account. */
    static final LocalDocumentReference USERS = new LocalDocumentReference(Names.SYSTEM, "XWikiUsers");

    private static final String SUPERADMIN = "superadmin";

    @Inject
    private WikiContext wiki;

    @Inject
    private Provider<XWikiLinks> links;

    @Inject
    private Provider<LocalizationManager> localization;

    @Inject
    private Provider<Wikis> wikis;

    Optional<Person> read(UserId user, PageId profile)
    {
        if (!this.wikis.get().all().contains(profile.wiki())) {
            // XWiki would query the tables of a wiki that does not exist.
            return Optional.empty();
        }
        if (SUPERADMIN.equalsIgnoreCase(profile.name()) && profile.space().path().equals(List.of(Names.SYSTEM))) {
            // The superadmin has no profile page.
            return Optional.of(new Person(user, SUPERADMIN, null, null, this.localization.get().getDefaultLocale(),
                ZoneId.systemDefault(), true));
        }
        return this.wiki.in(profile.wiki(), "Reading an account", context -> {
            XWikiDocument document = context.getWiki().getDocument(Names.reference(profile), context);
            return Optional.ofNullable(document.getXObject(USERS)).map(account -> person(user, profile, account));
        });
    }

    private Person person(UserId user, PageId profile, BaseObject account)
    {
        String name = (account.getStringValue("first_name") + ' ' + account.getStringValue("last_name")).strip();
        String picture = account.getStringValue("avatar");
        // The picture is an attachment of the profile.
        String avatar = picture.isEmpty() ? null
            : this.links.get().attachment(profile, picture,
                Map.of("width", "60", "height", "60", "keepAspectRatio", "true"));
        return new Person(user, name.isEmpty() ? profile.name() : name, avatar, this.links.get().view(profile),
            locale(account.getStringValue("default_language")), zone(account.getStringValue("timezone")),
            account.getIntValue("active", 1) != 0);
    }

    private Locale locale(String language)
    {
        return language.isEmpty() ? this.localization.get().getDefaultLocale()
            : Locale.forLanguageTag(language.replace('_', '-'));
    }

    private static ZoneId zone(String name)
    {
        try {
            return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
