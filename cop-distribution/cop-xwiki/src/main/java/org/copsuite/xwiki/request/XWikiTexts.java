/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;
import org.xwiki.localization.LocalizationManager;

/**
 * XWiki's translations: it reads the suite's from {@code ApplicationResources} in its JARs, and lets a wiki change
 * them.
 */
@Component
@Singleton
public class XWikiTexts implements Texts
{
    @Inject
    private Provider<LocalizationManager> localization;

    @Override
    public String text(Locale locale, String key, Object... arguments)
    {
        String text = this.localization.get().getTranslationPlain(key, locale, arguments);
        return text == null ? key : text;
    }
}
