/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

/**
 * The reason why a request is refused before it reaches the wiki.
 *
 * @param status the HTTP status
 * @param key the translation key of the sentence, without its prefix {@code embedded.refused.}
 * @param retryAfter seconds after which the client may try again, 0 if a retry does not help
 */
public record Refusal(int status, String key, int retryAfter)
{
    /** The wiki does not support the method. */
    static final Refusal METHOD = new Refusal(405, "method", 0);

    /** The address of the request is invalid. */
    static final Refusal MALFORMED = new Refusal(400, "malformed", 0);

    /** The address does not exist. */
    static final Refusal MISSING = new Refusal(404, "missing", 0);

    /** The database does not respond, or the disk is full. */
    static final Refusal OUTAGE = new Refusal(503, "outage", 5);

    /** The wiki failed to process the request. */
    static final Refusal FAILED = new Refusal(500, "failed", 0);

    /** The body exceeds the limit for this address. */
    static final Refusal TOO_LARGE = new Refusal(413, "large", 0);

    /** The form has too many fields. */
    static final Refusal FIELDS = new Refusal(413, "fields", 0);

    /** A large body does not begin with the form token of its session. */
    static final Refusal TOKEN = new Refusal(403, "token", 0);

    /** The body is compressed. */
    static final Refusal ENCODING = new Refusal(415, "encoding", 0);

    /** The body arrives too slowly. */
    static final Refusal SLOW = new Refusal(408, "slow", 5);

    /** Too many large bodies arrive at the same time. */
    static final Refusal BODIES = new Refusal(429, "bodies", 5);

    /** Too many requests of this client wait. */
    static final Refusal BUSY = new Refusal(429, "busy", 2);

    /** No memory is left for the response. */
    static final Refusal MEMORY = new Refusal(503, "memory", 5);
}
