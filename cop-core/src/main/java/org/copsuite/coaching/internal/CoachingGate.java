/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.person.Persons;
import org.copsuite.question.AskGate;
import org.copsuite.question.PostSource;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Holds first questions back where the community coaches them. */
@Component
@Named("coaching")
@Singleton
public class CoachingGate implements AskGate
{
    @Inject
    private Requests requests;

    @Inject
    private Settings settings;

    @Inject
    private PostSource posts;

    @Inject
    private Persons persons;

    @Inject
    private Coaches coaches;

    @Inject
    private HeldWriter writer;

    @Override
    public Optional<Held> hold(UserId actor, Ask ask) throws CopException
    {
        WikiId wiki = this.requests.wiki();
        // Who asks anonymously is not looked up at all: neither a coach nor a table learns that it is a first question.
        if (ask.anonymous() || !this.settings.get(CoachingSettings.ON, SettingTarget.community(wiki, ask.community()))) {
            return Optional.empty();
        }
        Optional<UUID> before = this.writer.heldBefore(actor, wiki, ask.id());
        if (before.isPresent()) {
            return before.map(id -> held(wiki, id));
        }
        return isCoached(actor, wiki, ask) ? Optional.of(held(wiki, this.writer.hold(actor, wiki, ask)))
            : Optional.empty();
    }

    private boolean isCoached(UserId actor, WikiId wiki, Ask ask)
    {
        return !this.posts.hasAsked(wiki, ask.community(), this.persons.idsOf(wiki, actor))
            && !this.coaches.isCoach(wiki, ask.community(), actor)
            && !this.coaches.of(wiki, ask.community(), "", 1).isEmpty();
    }

    private static Held held(WikiId wiki, UUID id)
    {
        return new Held(id, "/first-questions/" + id, SpaceId.of(wiki, Suite.SPACE).page("FirstQuestions"),
            Map.of("cop-question", id.toString()));
    }
}
