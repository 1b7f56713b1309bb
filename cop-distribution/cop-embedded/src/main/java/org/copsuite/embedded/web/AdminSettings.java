/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.embedded.store.Settings;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Requests;
import org.xwiki.component.annotation.Component;

/** Shows and changes the settings of the wiki. */
@Component
@Named("settings")
@Singleton
public class AdminSettings implements AdminSection
{
    private static final int NAME = 100;

    private static final long MIB = 1024L * 1024;

    private static final long LARGEST = Attachments.LARGEST / MIB;

    @Inject
    private Settings settings;

    @Inject
    private Attachments attachments;

    @Inject
    private Layout layout;

    @Inject
    private Requests requests;

    @Override
    public Html show(Exchange exchange, String error)
    {
        boolean typed = !error.isEmpty();
        Map<String, Object> values = new HashMap<>();
        values.put("token", this.requests.token());
        values.put("name", typed ? exchange.parameter("name") : this.settings.get(Settings.WIKI_NAME).orElse(""));
        values.put("address",
            typed ? exchange.parameter("address") : this.settings.get(EmbeddedLinks.ADDRESS).orElse(""));
        values.put("locale", typed ? exchange.parameter("locale") : this.settings.get(Settings.LOCALE).orElse(""));
        values.put("size", typed ? exchange.parameter("size") : String.valueOf(this.attachments.maximum() / MIB));
        values.put("locales", AccountForms.locales());
        values.put("largest", LARGEST);
        return this.layout.print("admin-settings", values);
    }

    @Override
    public String act(Exchange exchange) throws RefusedException
    {
        String name = exchange.parameter("name").replaceAll("[\\p{Cntrl}]+", " ").strip();
        String address = exchange.parameter("address").strip().replaceAll("/+$", "");
        String locale = exchange.parameter("locale");
        int size = Numbers.of(exchange.parameter("size"), 0);
        if (name.length() > NAME) {
            throw new RefusedException("embedded.admin.settings.name.long", NAME);
        }
        if (!address.isEmpty() && !address.matches("https?://[A-Za-z0-9.-]{1,200}(:\\d{1,5})?")) {
            throw new RefusedException("embedded.admin.settings.address.wrong");
        }
        if (size < 1 || size > LARGEST) {
            throw new RefusedException("embedded.admin.settings.size.wrong", LARGEST);
        }
        if (!locale.isEmpty() && AccountForms.locales().stream().noneMatch(known -> known.tag().equals(locale))) {
            throw new RefusedException("embedded.profile.locale.wrong");
        }
        this.settings.set(Settings.WIKI_NAME, name.isEmpty() ? null : name);
        this.settings.set(EmbeddedLinks.ADDRESS, address.isEmpty() ? null : address);
        this.settings.set(Settings.LOCALE, locale.isEmpty() ? null : locale);
        this.settings.set(Settings.ATTACHMENT_SIZE, String.valueOf(size * MIB));
        return "settings";
    }

    @Override
    public String after(Exchange exchange)
    {
        return "/bin/admin?section=settings";
    }
}
