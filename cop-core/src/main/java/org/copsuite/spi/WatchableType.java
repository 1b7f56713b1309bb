/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Collection;
import java.util.Map;

import org.copsuite.CopException;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * A type of things that people watch to be notified of what happens there, for example communities. A capability
 * contributes its types as components whose hint is their {@link #name()}; its notice types name the watchers with
 * {@link Audience}, and its pages print the button that starts and stops watching.
 * <p>
 * The texts of a type are translations whose keys end with the name in lower case: {@code cop.watch.type.NAME} labels it
 * in the list of watched things, {@code cop.watch.begin.NAME} is the button, {@code cop.watch.what.NAME} tells what the
 * button does, and {@code cop.watch.begun.NAME} is said when somebody used it.
 * <p>
 * What people watch of a type that no component contributes any more stays stored, and is shown to nobody.
 */
@Role
public interface WatchableType
{
    /** Maximum length of a name, in characters. */
    int NAME_MAXIMUM = 20;

    /** Maximum length of a target, in characters. */
    int TARGET_MAXIMUM = 64;

    /**
     * @return the name that is stored with each watched thing, the hint of this component: upper-case letters and
     *         underscores, at most {@link #NAME_MAXIMUM}. It never changes
     */
    String name();

    /**
     * Validates what names a thing of this type, without checking whether it exists.
     *
     * @param target the id or name that a client sent, not blank
     * @return the form that is stored, at most {@link #TARGET_MAXIMUM} characters
     * @throws CopException NOT_FOUND or INVALID if nothing of this type can have that id or name
     */
    String normalise(String target) throws CopException;

    /**
     * @return whether some people watch a thing of this type without a choice, as those who wrote in a question. Their
     *         choice not to watch it is stored; of other types only choices to watch are. By default nobody does
     */
    default boolean hasImplicitWatchers()
    {
        return false;
    }

    /**
     * Checks whether somebody may start to watch a thing that they may view. By default everybody may.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param target a normalised target of this type
     * @throws CopException to refuse
     */
    default void checkWatch(UserId actor, WikiId wiki, String target) throws CopException
    {
    }

    /**
     * Finds things in a number of statements that does not depend on their number.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param targets normalised targets of this type, at most 100
     * @return those that exist and that the reader may view now
     */
    Map<String, Watchable> find(UserId reader, WikiId wiki, Collection<String> targets);

    /**
     * A thing of the type, as pages show it.
     *
     * @param title its title, plain text
     * @param page the page that shows it
     * @param parameters the parameters with which that page shows it; empty if the page as a whole does
     */
    record Watchable(String title, PageId page, Map<String, String> parameters)
    {
        /** Copies the parameters. */
        public Watchable
        {
            parameters = Map.copyOf(parameters);
        }

        /**
         * @param title its title, plain text
         * @param page its own page
         */
        public Watchable(String title, PageId page)
        {
            this(title, page, Map.of());
        }

        /** @return whether the thing has the page for itself */
        public boolean hasOwnPage()
        {
            return this.parameters.isEmpty();
        }
    }
}
