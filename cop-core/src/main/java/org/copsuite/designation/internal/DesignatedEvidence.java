/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.spi.Message;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Designated experts as evidence, for whoever may view the community that designated them. Routing and escalation follow. */
@Component
@Named("designated")
@Singleton
public class DesignatedEvidence implements ExpertiseEvidence
{
    @Inject
    private Designations designations;

    /** {@inheritDoc} Our choice: twice a declared topic, since a community stands behind it. */
    @Override
    public double weight()
    {
        return 1;
    }

    @Override
    public List<Evidence> find(Query query)
    {
        return this.designations.of(query.reader(), query.wiki(), query.topics(), query.community(), query.limit()).stream()
            .map(one -> new Evidence(one.person().id(), one.topic(), 1, null,
                Message.of("cop.experts.why.designated", one.topic(), one.community().title()))).toList();
    }

    @Override
    public Map<String, Set<UserId>> experts(Query query)
    {
        return this.designations.people(query.wiki(), query.community());
    }
}
