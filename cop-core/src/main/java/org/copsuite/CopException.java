/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.UserId;

/**
 * The suite's refusal of a request: the reason as the key of a translated message. Its kind determines the HTTP status.
 */
public class CopException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private final transient Message message;

    private final transient Map<String, Message> fields = new LinkedHashMap<>();

    private final transient Page current;

    /**
     * @param kind the kind of refusal
     * @param key the translation key of the message
     * @param arguments the arguments of the message
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
     * @param fields the errors by form field, at least one
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
     * @param key the translation key of the message
     * @param arguments the arguments of the message
     * @return the refusal of a form
     */
    public static CopException invalid(String field, String key, Object... arguments)
    {
        return invalid(Map.of(field, new Message(key, arguments)));
    }

    /** @return a refusal: there is no such thing, or none that the person may know of */
    public static CopException notFound()
    {
        return new CopException(Kind.NOT_FOUND, "cop.error.notFound");
    }

    /** @return a refusal: the person lacks the permission */
    public static CopException forbidden()
    {
        return new CopException(Kind.FORBIDDEN, "cop.error.forbidden");
    }

    /** @return a refusal: the person has to sign in */
    public static CopException signIn()
    {
        return new CopException(Kind.SIGN_IN, "cop.error.signIn");
    }

    /** @return a refusal: too many people write at the moment; nothing was done, and a retry may help */
    public static CopException busy()
    {
        return new CopException(Kind.UNAVAILABLE, "cop.error.busy");
    }

    /**
     * Checks that an actor has an account.
     *
     * @param actor the actor
     * @throws CopException SIGN_IN for a guest, FORBIDDEN for an imported person and for somebody anonymous
     */
    public static void requireAccount(UserId actor) throws CopException
    {
        if (actor.isGuest()) {
            throw signIn();
        }
        if (actor.isImported() || actor.isAnonymous()) {
            throw forbidden();
        }
    }

    /**
     * @param current the present page
     * @return a refusal: a concurrent edit came first
     */
    public static CopException conflict(Page current)
    {
        return new CopException(Kind.CONFLICT, current, new Message("cop.error.conflict"));
    }

    /** @return the kind of refusal */
    public Kind getKind()
    {
        return this.kind;
    }

    /** @return the message, as key and arguments */
    public Message getText()
    {
        return this.message;
    }

    /** @return the errors by field, in the order of checking; empty unless the kind is INVALID */
    public Map<String, Message> getFields()
    {
        return this.fields;
    }

    /** @return for a conflict, the present page */
    public Optional<Page> getCurrent()
    {
        return Optional.ofNullable(this.current);
    }

    /** Kind of refusal, each with its HTTP status. */
    public enum Kind
    {
        /** The form has errors. */
        INVALID(400),
        /** The person has to sign in. */
        SIGN_IN(401),
        /** The person lacks the permission. */
        FORBIDDEN(403),
        /** There is no such thing. */
        NOT_FOUND(404),
        /** A concurrent edit came first, or the state does not allow it. */
        CONFLICT(409),
        /** Something that the suite needs does not respond now; a retry may help. */
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
     * A message to translate.
     *
     * @param key the translation key
     * @param arguments the arguments
     */
    public record Message(String key, Object... arguments)
    {
    }
}
