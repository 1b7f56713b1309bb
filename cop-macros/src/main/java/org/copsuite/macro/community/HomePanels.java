/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.PageParts;
import org.copsuite.macro.spi.CommunityPanel;
import org.xwiki.component.annotation.Component;

/** The panels of a community's home page by their names, which differ in more than their case. */
@Component(roles = HomePanels.class)
@Singleton
public class HomePanels
{
    @Inject
    private Provider<Map<String, CommunityPanel>> panels;

    /**
     * @param text names separated by commas or blanks, may be {@code null}
     * @return the names, each once, in small letters
     */
    static List<String> parse(String text)
    {
        return text == null ? List.of() : Arrays.stream(text.split("[,\\s]+")).filter(name -> !name.isEmpty())
            .map(HomePanels::key).distinct().toList();
    }

    private static String key(String name)
    {
        return name.toLowerCase(Locale.ROOT);
    }

    /** @return the panels that capabilities and extensions contribute, by their names, in their usual order */
    Map<String, CommunityPanel> known()
    {
        Map<CommunityPanel, String> names = new LinkedHashMap<>();
        this.panels.get().forEach((name, panel) -> names.put(panel, key(name)));
        Map<String, CommunityPanel> known = new LinkedHashMap<>();
        PageParts.ordered(names.keySet()).forEach(panel -> known.put(names.get(panel), panel));
        return known;
    }

    /**
     * @param names names of panels
     * @return those of them that are panels, in the order of the names
     */
    List<CommunityPanel> named(List<String> names)
    {
        return names.stream().map(known()::get).filter(Objects::nonNull).toList();
    }

    /**
     * @param names names of panels
     * @return those of them that are no panels
     */
    List<String> unknown(List<String> names)
    {
        Map<String, CommunityPanel> known = known();
        return names.stream().filter(name -> !known.containsKey(name)).toList();
    }
}
