/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.util.Map;

import org.copsuite.wiki.Page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * A refusal or a failure (RFC 9457). Components without a value are left out.
 *
 * @param type identifies the kind of problem
 * @param title says in general what happened
 * @param status the HTTP status
 * @param detail says what happened, for a person
 * @param fields the messages by field, {@code null} if no field is wrong
 * @param token a fresh form token, {@code null} if the sent one is valid
 * @param current the page as it is now, {@code null} if there is no conflict
 * @param id the id under which the log reports an unexpected failure, {@code null} for a refusal
 */
record ProblemJson(String type, String title, int status, String detail,
    @JsonInclude(Include.NON_NULL) Map<String, String> fields, @JsonInclude(Include.NON_NULL) String token,
    @JsonInclude(Include.NON_NULL) CurrentPageJson current, @JsonInclude(Include.NON_NULL) String id)
{
    /**
     * The page that somebody else saved first.
     *
     * @param title its title
     * @param text its text in xwiki/2.1
     * @param version its version
     */
    record CurrentPageJson(String title, String text, String version)
    {
        static CurrentPageJson of(Page page)
        {
            return new CurrentPageJson(page.title(), page.content(), page.version());
        }
    }
}
