/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.spi.Message;
import org.copsuite.spi.TopicActivity;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Thanks for posts as activity on the tags of their questions, where recognition is on. */
@Component
@Named("thanks")
@Singleton
public class ThanksActivity implements TopicActivity
{
    /** The latest thanks that count. */
    private static final int MOST = 500;

    @Inject
    private Ledger ledger;

    @Inject
    private PostSource posts;

    @Inject
    private Provider<RecognitionService> recognition;

    @Override
    public List<Shown> find(UserId reader, WikiId wiki, Collection<UserId> person, Set<String> topics)
    {
        if (topics.isEmpty() || !this.recognition.get().isOn(wiki)) {
            return List.of();
        }
        List<UUID> thanked = this.ledger.read(session -> session.createQuery("select post from ThanksRow "
            + "where wiki = :wiki and thanked in (:person) and withdrawn = false and post is not null "
            + "order by at desc, sequence desc", UUID.class).setParameter("wiki", wiki.value())
            .setParameterList("person", UserId.values(person)).setMaxResults(MOST).getResultList());
        if (thanked.isEmpty()) {
            return List.of();
        }
        Map<UUID, PostLocation> visible = this.posts.locations(reader, wiki, Set.copyOf(thanked));
        Map<String, Long> numbers = thanked.stream().map(visible::get).filter(Objects::nonNull)
            .flatMap(post -> post.tags().stream()).filter(topics::contains)
            .collect(Collectors.groupingBy(tag -> tag, TreeMap::new, Collectors.counting()));
        List<Shown> shown = new ArrayList<>();
        numbers.forEach((tag, number) -> shown.add(new Shown(tag, Message.of("cop.expertise.shown.thanks", number))));
        return shown;
    }
}
