/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/**
 * The rules as administrators change them. Separate from {@link RuleCache}, because XWiki instantiates a component once
 * per role.
 */
@Component
@Singleton
public class DefaultRules implements Rules
{
    @Inject
    private RuleCache book;

    @Override
    public Optional<List<Rule>> own(SpaceId space)
    {
        return this.book.own(space);
    }

    @Override
    public Map<SpaceId, List<Rule>> all()
    {
        return this.book.all();
    }

    @Override
    public SpaceId deciding(SpaceId space)
    {
        return this.book.deciding(space);
    }

    @Override
    public void set(SpaceId space, List<Rule> rules)
    {
        this.book.set(space, rules);
    }

    @Override
    public void remove(SpaceId space)
    {
        this.book.remove(space);
    }
}
