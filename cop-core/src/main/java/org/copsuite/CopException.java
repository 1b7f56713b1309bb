/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.UserId;

/**
 * The one way in which the suite refuses: what went wrong, as a translation key that makes a sentence for a person.
 * The kind decides the HTTP status.
 */
public class CopException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private final transient Message message;

    private final transient Map<String, Message> fields = new LinkedHashMap<>();

    private final transient Page current;

    /**
     * @param kind what kind of refusal
     * @param key the translation key of the sentence
     * @param arguments what stands in it
     */
    public CopException(Kind kind, String key, Object... arguments)
    {
        this(kind, null, new Message(key, arguments));
    }

    private CopException(Kind kind, Page current, Message message)
    {
        super(kind + ": " + message.key());
        this.kind = kind;
        this.current = current;
        this.message = message;
    }

    /**
     * @param fields what is wrong with each field of the form, at least one
     * @return the refusal of a form
     */
    public static CopException invalid(Map<String, Message> fields)
    {
        CopException refusal = new CopException(Kind.INVALID, "cop.error.invalid");
        refusal.fields.putAll(fields);
        return refusal;
    }

    /**
     * @param field the form field
     * @param key the translation key of the sentence
     * @param arguments what stands in it
     * @return the refusal of a form
     */
    public static CopException invalid(String field, String key, Object... arguments)
    {
        return invalid(Map.of(field, new Message(key, arguments)));
    }

    /** @return that there is no such thing, or none that this person may know of */
    public static CopException notFound()
    {
        return new CopException(Kind.NOT_FOUND, "cop.error.notFound");
    }

    /** @return that the person may not do that */
    public static CopException forbidden()
    {
        return new CopException(Kind.FORBIDDEN, "cop.error.forbidden");
    }

    /** @return that one has to sign in first */
    public static CopException signIn()
    {
        return new CopException(Kind.SIGN_IN, "cop.error.signIn");
    }

    /** @return that too many write at the moment: nothing was done, trying again helps */
    public static CopException busy()
    {
        return new CopException(Kind.UNAVAILABLE, "cop.error.busy");
    }

    /**
     * Lets pass who acts with an account.
     *
     * @param actor who acts
     * @throws CopException SIGN_IN for who has not signed in, FORBIDDEN for an imported person
     */
    public static void requireAccount(UserId actor) throws CopException
    {
        if (actor.isGuest()) {
            throw signIn();
        }
        if (actor.isImported()) {
            throw forbidden();
        }
    }

    /**
     * @param current the page as it is now
     * @return that somebody else was faster
     */
    public static CopException conflict(Page current)
    {
        return new CopException(Kind.CONFLICT, current, new Message("cop.error.conflict"));
    }

    /** @return what kind of refusal */
    public Kind getKind()
    {
        return this.kind;
    }

    /** @return the sentence, as key and arguments */
    public Message getText()
    {
        return this.message;
    }

    /** @return what is wrong with each field, in the order of checking; empty unless the kind is INVALID */
    public Map<String, Message> getFields()
    {
        return this.fields;
    }

    /** @return with a conflict, the page as it is now */
    public Optional<Page> getCurrent()
    {
        return Optional.ofNullable(this.current);
    }

    /** Kinds of refusal, each with its HTTP status. */
    public enum Kind
    {
        /** The form is wrong. */
        INVALID(400),
        /** Nobody has signed in. */
        SIGN_IN(401),
        /** The right is missing. */
        FORBIDDEN(403),
        /** There is no such thing. */
        NOT_FOUND(404),
        /** Somebody else was faster, or the thing is not in the state for that. */
        CONFLICT(409),
        /** Something the suite needs does not answer now; trying again later may help. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status)
        {
            this.status = status;
        }

        /** @return the HTTP status */
        public int getStatus()
        {
            return this.status;
        }
    }

    /**
     * A sentence to translate.
     *
     * @param key the translation key
     * @param arguments what stands in it
     */
    public record Message(String key, Object... arguments)
    {
    }
}
