/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.ActType;
import org.copsuite.question.PostId;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Declared topics and the expert finder. Refusals as in {@code QuestionService}. */
@Role
public interface ExpertiseService
{
    /** Declared a topic: subject the topic's id (see {@link #topicSubject}), beneficiary oneself, weight the level. */
    ActType DECLARED = new ActType("declared");

    /** Took a declared topic back. */
    ActType RETRACTED = new ActType("retracted");

    /** The most topics that one declares. */
    int TOPICS_MAXIMUM = 30;

    /**
     * Declares a topic on one's profile, or changes its level.
     *
     * @param actor who
     * @param wiki the wiki
     * @param topic the topic, as typed; normalised like a tag
     * @param level how well
     * @param note what one offers, plain text of at most 200 characters
     * @throws CopException fields {@code topic}, {@code level}, {@code note}
     */
    void declare(UserId actor, String wiki, String topic, Level level, String note) throws CopException;

    /**
     * Takes a declared topic back; does nothing where it was not declared.
     *
     * @param actor who
     * @param wiki the wiki
     * @param topic the topic
     * @throws CopException SIGN_IN
     */
    void retract(UserId actor, String wiki, String topic) throws CopException;

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param person whose
     * @return the topics that the person declared and those that answers show (as far as the reader may view them)
     */
    List<Topic> topics(UserId reader, String wiki, UserId person);

    /**
     * People who know about a topic.
     *
     * @param reader who reads
     * @param wiki the wiki
     * @param topic the topic
     * @param community only its members and who answered there, {@code null} for all
     * @param limit how many at most
     * @return best first, each with why
     * @throws CopException UNAVAILABLE
     */
    List<Expert> byTopic(UserId reader, String wiki, String topic, UUID community, int limit) throws CopException;

    /**
     * People who know about what somebody typed: a topic, where there is one of that name that somebody declared or
     * answered, else a text in one's own words, which is compared as a draft of a question is.
     *
     * @param reader who reads; never found
     * @param wiki the wiki
     * @param typed what was typed, may be {@code null}
     * @param community only its members and who answered there, {@code null} for all
     * @param limit how many at most
     * @return best first, each with why
     * @throws CopException UNAVAILABLE
     */
    List<Expert> find(UserId reader, String wiki, String typed, UUID community, int limit) throws CopException;

    /**
     * People who could answer a text: beside a new question, or for whoever seeks.
     *
     * @param reader who reads; never found
     * @param draft the text
     * @param limit how many at most
     * @return best first, each with why
     * @throws CopException UNAVAILABLE
     */
    List<Expert> byText(UserId reader, Draft draft, int limit) throws CopException;

    /**
     * @param person whose
     * @param topic the normalised topic
     * @return the id by which the ledger knows that topic of that person
     */
    static UUID topicSubject(UserId person, String topic)
    {
        return UUID.nameUUIDFromBytes((person.value() + '\n' + topic).getBytes(StandardCharsets.UTF_8));
    }

    /** How well one knows a topic, by one's own account. */
    enum Level
    {
        /** Has begun with it. */
        LEARNING,
        /** Works with it. */
        WORKING,
        /** Can advise others. */
        ADVANCED,
        /** Is asked when nobody else knows. */
        EXPERT
    }

    /**
     * A topic of a person.
     *
     * @param name the topic
     * @param level as declared, {@code null} where only answers show it
     * @param note what the person offers, may be empty
     * @param answers answers on it that the reader may view
     * @param accepted how many of them are accepted
     * @param declared when it was declared, {@code null} where it was not
     */
    record Topic(String name, Level level, String note, int answers, int accepted, Instant declared)
    {
    }

    /**
     * Somebody who could know.
     *
     * @param person who
     * @param score between 0 and 1; only comparable within one answer
     * @param reasons why, strongest first, at least one
     */
    record Expert(Person person, double score, List<Reason> reasons)
    {
    }

    /**
     * Why somebody could know.
     *
     * @param kind what kind of reason
     * @param topic the topic, where it is about one, otherwise empty
     * @param level the declared level, otherwise {@code null}
     * @param count how many answers, where it counts some
     * @param accepted how many of them are accepted
     * @param question a question answered, where it names one, otherwise {@code null}
     * @param questionTitle its title
     * @param questionPage its page
     */
    record Reason(Kind kind, String topic, Level level, int count, int accepted, PostId question,
        String questionTitle, PageId questionPage)
    {
        /** Kinds of reasons. */
        public enum Kind
        {
            /** Declared the topic. */
            DECLARED,
            /** Answered questions with the tag. */
            ANSWERED_TAG,
            /** Answered a question that resembles the text. */
            ANSWERED_SIMILAR,
            /** Answered in this field lately. */
            RECENT
        }
    }
}
