/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.util.Objects;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Tags;

/**
 * Something that can be watched.
 *
 * @param wiki the wiki
 * @param type its type
 * @param target the id of a community or a question, or a normalised tag
 */
public record WatchTarget(String wiki, Type type, String target)
{
    /** Validates the target. */
    public WatchTarget
    {
        Objects.requireNonNull(wiki, "wiki");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(target, "target");
    }

    /** Type of a target. */
    public enum Type
    {
        /** A community: its new questions. */
        COMMUNITY,
        /** A tag: new questions with it, in communities that the person may view. */
        TAG,
        /** A question: its answers. */
        QUESTION
    }

    /**
     * @param wiki the wiki
     * @param id a community's id
     * @return the target
     */
    public static WatchTarget community(String wiki, UUID id)
    {
        return new WatchTarget(wiki, Type.COMMUNITY, id.toString());
    }

    /**
     * @param wiki the wiki
     * @param id a question's id
     * @return the target
     */
    public static WatchTarget question(String wiki, UUID id)
    {
        return new WatchTarget(wiki, Type.QUESTION, id.toString());
    }

    /**
     * @param wiki the wiki
     * @param tag a tag, as typed
     * @return the target
     * @throws CopException INVALID on field {@code tag} for an invalid tag
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
