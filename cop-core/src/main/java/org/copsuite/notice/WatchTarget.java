/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.util.Objects;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Tags;

/**
 * What one can watch.
 *
 * @param wiki the wiki
 * @param type what kind of thing
 * @param target the id of a community or a question, or a tag in its form
 */
public record WatchTarget(String wiki, Type type, String target)
{
    /** Checks. */
    public WatchTarget
    {
        Objects.requireNonNull(wiki, "wiki");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(target, "target");
    }

    /** What kind of thing. */
    public enum Type
    {
        /** A community: new questions there. */
        COMMUNITY,
        /** A tag: new questions with it, in communities that one may view. */
        TAG,
        /** A question: answers to it. */
        QUESTION
    }

    /**
     * @param wiki the wiki
     * @param id a community's id
     * @return the community
     */
    public static WatchTarget community(String wiki, UUID id)
    {
        return new WatchTarget(wiki, Type.COMMUNITY, id.toString());
    }

    /**
     * @param wiki the wiki
     * @param id a question's id
     * @return the question
     */
    public static WatchTarget question(String wiki, UUID id)
    {
        return new WatchTarget(wiki, Type.QUESTION, id.toString());
    }

    /**
     * @param wiki the wiki
     * @param tag a tag, as typed
     * @return the tag
     * @throws CopException INVALID on field {@code tag} for what can be no tag
     */
    public static WatchTarget tag(String wiki, String tag) throws CopException
    {
        return new WatchTarget(wiki, Type.TAG,
            Tags.normalise(tag).orElseThrow(() -> CopException.invalid("tag", "cop.notice.error.tag")));
    }

    /** @return the id of the community or the question */
    public UUID id()
    {
        return UUID.fromString(this.target);
    }
}
