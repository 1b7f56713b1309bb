/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Tells what people did on topics beside answering, for the topics of a profile. */
@Role
public interface TopicActivity
{
    /**
     * Reads in at most four statements.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param person an account and the imported people linked to it
     * @param topics the topics that the profile shows
     * @return what the reader may view, in words
     */
    List<Shown> find(UserId reader, WikiId wiki, Collection<UserId> person, Set<String> topics);

    /**
     * Something done on a topic.
     *
     * @param topic the topic
     * @param text tells it
     */
    record Shown(String topic, Message text)
    {
    }
}
