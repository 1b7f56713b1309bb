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
 * Translates texts with XWiki's localisation, which reads the suite's {@code ApplicationResources} from its JARs and
 * lets a wiki override them.
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
