/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.lang.reflect.Type;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.macro.community.CommunityName;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;
import org.xwiki.displayer.HTMLDisplayerException;

/** Suggests up to 100 communities that the current user may view. Any other name can be typed. */
@Component
@Singleton
public class CommunityField extends AbstractParameterField<CommunityName>
{
    private static final String LIST = "cop-community-names";

    private static final int LIMIT = 100;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Requests> requests;

    @Override
    String field(Type type, String attributes) throws HTMLDisplayerException
    {
        return "<input type=\"text\"" + attribute("list", LIST) + attributes + "/><datalist"
            + attribute("id", LIST) + '>' + names() + "</datalist>";
    }

    private String names() throws HTMLDisplayerException
    {
        WikiId wiki = this.requests.get().wiki();
        if (!this.suite.get().isOn(wiki)) {
            return "";
        }
        try {
            return this.communities.get().directory(this.people.get().current(), wiki, "", null, LIMIT).items().stream()
                .map(community -> "<option" + attribute("value", community.title()) + "></option>")
                .collect(Collectors.joining());
        } catch (CopException e) {
            throw new HTMLDisplayerException("Failed to list communities.", e);
        }
    }
}
