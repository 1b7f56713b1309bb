/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Settings of recognition: whether it is on in a wiki, and who left it. */
@Component(roles = RecognitionSettings.class)
@Singleton
public class RecognitionSettings
{
    private static final String ON = "recognition.on";

    private static final String LEFT = "recognition.left";

    @Inject
    private Settings settings;

    boolean isOn(String wiki)
    {
        return this.settings.get(wiki, ON).map(Boolean::parseBoolean).orElse(true);
    }

    void setOn(String wiki, boolean on)
    {
        this.settings.set(wiki, ON, on ? null : Boolean.FALSE.toString());
    }

    boolean hasLeft(String wiki, UserId person)
    {
        return this.settings.preference(wiki, person, LEFT).isPresent();
    }

    Set<UserId> left(String wiki)
    {
        return this.settings.preferences(wiki, LEFT).keySet();
    }

    void setLeft(String wiki, UserId person, boolean left)
    {
        this.settings.prefer(wiki, person, LEFT, left ? Boolean.TRUE.toString() : null);
    }
}
