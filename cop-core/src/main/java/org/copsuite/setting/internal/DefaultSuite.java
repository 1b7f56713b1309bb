/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** A setting of the wiki, stored only while the suite is off. */
@Component
@Singleton
public class DefaultSuite implements Suite
{
    @Inject
    private Settings settings;

    private final List<Consumer<WikiId>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public boolean isOn(WikiId wiki)
    {
        return this.settings.get(SETTING, wiki);
    }

    @Override
    public void turn(WikiId wiki, boolean on)
    {
        this.settings.set(SETTING, SettingTarget.wiki(wiki), on);
        this.listeners.forEach(listener -> listener.accept(wiki));
    }

    @Override
    public void onTurn(Consumer<WikiId> listener)
    {
        this.listeners.add(listener);
    }
}
