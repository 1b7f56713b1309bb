/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.copsuite.wiki.Texts;

/** Returns the English messages on the class path. */
public class TestTexts implements Texts
{
    @Override
    public String text(Locale locale, String key, Object... arguments)
    {
        try {
            String text = ResourceBundle.getBundle("ApplicationResources", Locale.ROOT).getString(key);
            return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
