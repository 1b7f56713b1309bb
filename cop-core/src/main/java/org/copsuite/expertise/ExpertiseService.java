/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.spi.Message;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Declared topics and the expert finder. Refusals as in {@code QuestionService}. */
@Role
public interface ExpertiseService
{
    /** Maximum number of topics that a person declares. */
    int TOPICS_MAXIMUM = 30;

    /** Maximum number of topics that a person hides. */
    int HIDDEN_MAXIMUM = 200;

    /** Maximum number of pages that show a topic. */
    int EVIDENCE_MAXIMUM = 3;

    /**
     * Declares a topic on one's profile, or changes it. Repeating the call changes nothing.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param draft the topic
     * @throws CopException SIGN_IN; INVALID with the fields {@code topic}, {@code level}, {@code note} and
     *             {@code evidence}; CONFLICT if the topic was changed or retracted since the form was read
     */
    void declare(UserId actor, WikiId wiki, TopicDraft draft) throws CopException;

    /**
     * Declares a topic, or changes its level and note; what it offers and the pages that show it stay.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param topic the topic, as typed
     * @param level the level
     * @param note what the person says about it
     * @throws CopException as above
     */
    default void declare(UserId actor, WikiId wiki, String topic, Level level, String note) throws CopException
    {
        declare(actor, wiki, new TopicDraft(topic, level, note, null, null, null));
    }

    /**
     * Retracts a declared topic; does nothing if it was not declared.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param topic the topic
     * @throws CopException SIGN_IN
     */
    void retract(UserId actor, WikiId wiki, String topic) throws CopException;

    /**
     * Hides a topic of the actor: nobody else is shown it or what speaks for it, and neither the expert finder nor routing
     * uses it. Changes nothing for a hidden one.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param topic the topic, as typed
     * @throws CopException SIGN_IN; INVALID with the field {@code topic}; CONFLICT for more than {@link #HIDDEN_MAXIMUM}
     */
    void hide(UserId actor, WikiId wiki, String topic) throws CopException;

    /**
     * Shows a hidden topic again. Changes nothing if it is not hidden.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param topic the topic, as typed
     * @throws CopException SIGN_IN
     */
    void show(UserId actor, WikiId wiki, String topic) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @return the topics that the reader has hidden, by name
     */
    List<String> hidden(UserId reader, WikiId wiki);

    /**
     * Reads what some people have hidden, in one statement for each 128 people. NOT for showing to others.
     *
     * @param wiki the wiki
     * @param people accounts
     * @return their hidden topics
     */
    Map<UserId, Set<String>> hidden(WikiId wiki, Collection<UserId> people);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param person a person
     * @return the topics that the person declared, and those shown by answers that the reader may view: by level, then by
     *         what the answers count now and how rare the topic is; without those that the person has hidden
     */
    List<Topic> topics(UserId reader, WikiId wiki, UserId person);

    /**
     * Finds people who know about a topic.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param topic the topic
     * @param community restricts to its members and to answers there, {@code null} for all
     * @param limit the maximum number of people
     * @return people with reasons, best first
     * @throws CopException UNAVAILABLE
     */
    List<Expert> byTopic(UserId reader, WikiId wiki, String topic, CommunityId community, int limit)
        throws CopException;

    /**
     * Finds people by typed text: a topic, if somebody declared or answered one of that name; otherwise free text,
     * which is compared as the draft of a question is.
     *
     * @param reader the reader, who is never in the result
     * @param wiki the wiki
     * @param typed the typed text, may be {@code null}
     * @param community restricts to its members and to answers there, {@code null} for all
     * @param limit the maximum number of people
     * @return people with reasons, best first
     * @throws CopException UNAVAILABLE
     */
    List<Expert> find(UserId reader, WikiId wiki, String typed, CommunityId community, int limit) throws CopException;

    /**
     * Finds people who could answer a text, such as a new question.
     *
     * @param reader the reader, who is never in the result
     * @param draft the text
     * @param limit the maximum number of people
     * @return people with reasons, best first
     * @throws CopException UNAVAILABLE
     */
    List<Expert> byText(UserId reader, Draft draft, int limit) throws CopException;

    /**
     * @param person a person
     * @param topic the normalised topic
     * @return the subject of entries about that topic of that person
     */
    static UUID topicSubject(UserId person, String topic)
    {
        return UUID.nameUUIDFromBytes((person.value() + '\n' + topic).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param person a person
     * @param topic the normalised topic
     * @return the subject of entries about hiding that topic of that person
     */
    static UUID hiddenSubject(UserId person, String topic)
    {
        return UUID.nameUUIDFromBytes(("hidden\n" + person.value() + '\n' + topic).getBytes(StandardCharsets.UTF_8));
    }

    /** Level of a declared topic. */
    enum Level
    {
        /** Is learning it. */
        LEARNING,
        /** Works with it. */
        WORKING,
        /** Can advise others. */
        ADVANCED,
        /** Is the one to ask when nobody else knows. */
        EXPERT
    }

    /** What a person offers on a topic. Names are stored. */
    enum Offer
    {
        /** Answers questions. */
        ANSWERS,
        /** Accompanies others for a while. */
        MENTORING,
        /** Reviews what others made. */
        REVIEW,
        /** Gives talks. */
        TALKS
    }

    /**
     * A topic to declare.
     *
     * @param topic the topic, as typed; normalised like a tag
     * @param level the level
     * @param note what the person says about it, plain text of at most 200 characters
     * @param offers what the person offers; {@code null} for what was offered before
     * @param evidence the pages that show it, as typed: addresses of the wiki or references, at most
     *            {@link #EVIDENCE_MAXIMUM}, which the actor may view; {@code null} for those before
     * @param version the version that the form shows, 0 for a new topic; {@code null} to replace any
     */
    record TopicDraft(String topic, Level level, String note, Set<Offer> offers, List<String> evidence, Long version)
    {
    }

    /**
     * What a person declared about a topic.
     *
     * @param level the level
     * @param note what the person says about it, may be empty
     * @param offers what the person offers
     * @param evidence the pages that show it and that the reader may view; for the person all of them
     * @param at when it was declared
     * @param version its version
     */
    record Declared(Level level, String note, List<Offer> offers, List<EvidencePage> evidence, Instant at, long version)
    {
        /** @return the pages as a form shows them, a line each */
        public String typed()
        {
            return this.evidence.stream().map(one -> one.page().toString()).collect(Collectors.joining("\n"));
        }
    }

    /**
     * A page that shows a topic.
     *
     * @param page the page
     * @param title its title; {@code null} if the page does not exist any more or the reader may not view it, which only
     *            the person is told
     */
    record EvidencePage(PageId page, String title)
    {
    }

    /**
     * A topic of a person.
     *
     * @param name the topic
     * @param answers the number of answers on it that the reader may view
     * @param accepted how many of them are accepted
     * @param said what the person declared, {@code null} if only answers show the topic
     * @param activity what else speaks for it
     */
    record Topic(String name, int answers, int accepted, Declared said, Activity activity)
    {
        /**
         * @param name the topic
         * @param answers the number of answers on it
         * @param accepted how many of them are accepted
         * @param said what the person declared, {@code null} for nothing
         */
        public Topic(String name, int answers, int accepted, Declared said)
        {
            this(name, answers, accepted, said, Activity.NONE);
        }

        /** @return the declared level, {@code null} if only answers show the topic */
        public Level level()
        {
            return this.said == null ? null : this.said.level();
        }

        /** @return what the person says about it, may be empty */
        public String note()
        {
            return this.said == null ? "" : this.said.note();
        }

        /** @return when it was declared, {@code null} if it was not */
        public Instant declared()
        {
            return this.said == null ? null : this.said.at();
        }
    }

    /**
     * What activity speaks for a topic, as far as the reader may view it.
     *
     * @param votes number of votes by which answers were voted up
     * @param others what else was done, in words
     * @param best the answered questions that speak for it most, at most {@link #BEST}
     * @param strength what the answers count now, times how rare the topic is: of two topics with equal answers the more
     *            specific one counts more. An answer counts 1, an accepted one 2 more, each vote 0.2 more, and half of it
     *            after 182 days
     * @param trend how that changed within 30 days, only for the person; {@code null} for others
     */
    record Activity(int votes, List<Message> others, List<EvidencePage> best, double strength, Trend trend)
    {
        /** Maximum number of answered questions. */
        public static final int BEST = 2;

        static final Activity NONE = new Activity(0, List.of(), List.of(), 0, null);
    }

    /** How a topic changed within 30 days. */
    enum Trend
    {
        /** New answers, or answers that count more. */
        GREW,
        /** It fades, since little was added. */
        FADED,
        /** About the same. */
        SAME
    }

    /**
     * A person found.
     *
     * @param person the person
     * @param score between 0 and 1; comparable within one result only
     * @param reasons the reasons, strongest first, at least one
     */
    record Expert(Person person, double score, List<Reason> reasons)
    {
    }

    /**
     * A reason to find a person.
     *
     * @param kind the kind of reason: one of the constants, or the hint of an
     *            {@link org.copsuite.spi.ExpertiseEvidence}
     * @param topic the topic, empty if it concerns none
     * @param level the level of knowledge that it states, {@code null} for none
     * @param count the number of answers, if it counts some
     * @param accepted how many of them are accepted
     * @param question an answered question, {@code null} if it names none
     * @param questionTitle its title
     * @param questionPage its page
     * @param text tells the reader the reason; the title of the question follows it, if there is one
     */
    record Reason(String kind, String topic, Level level, int count, int accepted, PostId question,
        String questionTitle, PageId questionPage, Message text)
    {
        /** Answered questions with the tag. */
        public static final String ANSWERED_TAG = "answered_tag";

        /** Answered a question that resembles the text. */
        public static final String ANSWERED_SIMILAR = "answered_similar";

        /** Answered on the topic lately. */
        public static final String RECENT = "recent";
    }
}
