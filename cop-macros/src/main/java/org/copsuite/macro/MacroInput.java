/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.template.HtmlEscaper;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Reads the input of macros: the parameters, which the author of the page wrote, and the reader's choices in the URL,
 * whose names begin with {@code cop-}. A wrong parameter raises a {@link WrongParameterException} that names the valid
 * values. A wrong choice counts as none.
 */
@Component(roles = MacroInput.class)
@Singleton
public class MacroInput
{
    private static final String COMMUNITY = "community";

    private static final String[] CLIENT_TEXTS =
        {"adding", "added", "network", "session", "failed", "restored", "discard", "invalid", "empty",
            "again"};

    private static final List<String> SUITE = List.of(Suite.SPACE);

    private static final int LANGUAGES = 50;

    private final ObjectMapper json = new ObjectMapper();

    /** Caches the JSON by texts, since all macros print the same texts in one language. */
    private final Cache<Map<String, String>, Html> cache = Caffeine.newBuilder().maximumSize(LANGUAGES).build();

    @Inject
    private Printer printer;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<People> people;

    /** @return the texts of the JavaScript client, as a JSON object that is escaped for a quoted attribute */
    public Html clientTexts()
    {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : CLIENT_TEXTS) {
            texts.put(name, this.printer.text("cop.client." + name));
        }
        texts.put("signIn", this.printer.text("cop.signIn"));
        return this.cache.get(texts, this::write);
    }

    private Html write(Map<String, String> texts)
    {
        try {
            return new Html(HtmlEscaper.escape(this.json.writeValueAsString(texts)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param name the name of the URL parameter after {@code cop-}
     * @return the reader's choice in one line, without characters that a database rejects; empty if there is none
     */
    public String asked(String name)
    {
        return PlainText.line(this.printer.request().parameter("cop-" + name).orElse(""));
    }

    /**
     * @param name the name of the URL parameter after {@code cop-}
     * @return the reader's choice, {@code null} if there is none
     */
    public String askedOrNull(String name)
    {
        String value = asked(name);
        return value.isEmpty() ? null : value;
    }

    /**
     * @param name the name of the URL parameter after {@code cop-}
     * @param fallback the result if there is no valid choice
     * @param type the valid choices
     * @param <E> the valid choices
     * @return the reader's choice
     */
    public <E extends Enum<E>> E asked(String name, E fallback, Class<E> type)
    {
        return find(asked(name), type).orElse(fallback);
    }

    /**
     * @param name the name of the URL parameter after {@code cop-}
     * @return the community that the reader chose, {@code null} if there is none or the reader may not view it
     */
    public CommunityView askedCommunity(String name)
    {
        String value = asked(name);
        return value.isEmpty() ? null
            : this.communities.get().named(this.printer.reader(), this.printer.wiki(), value).orElse(null);
    }

    /**
     * @param name the name of the URL parameter after {@code cop-}
     * @return the id that the reader chose, {@code null} if there is none
     */
    public UUID askedId(String name)
    {
        try {
            return UUID.fromString(asked(name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * @param name the name of the URL parameter after {@code cop-}
     * @return the page whose reference the reader chose, {@code null} if there is none; it need not exist
     */
    public PageId askedPage(String name)
    {
        try {
            return asked(name).isEmpty() ? null : PageId.parse(asked(name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * @param value the value of a parameter: a page reference in this wiki, with or without the wiki, may be
     *            {@code null}
     * @return that page; the current page for a blank value, {@code null} outside of a page
     * @throws WrongParameterException if the value is not the reference of a page or is longer than
     *            {@link PageId#MAXIMUM}
     */
    public PageId page(String value) throws WrongParameterException
    {
        if (isBlank(value)) {
            return page();
        }
        WikiId wiki = this.printer.wiki();
        try {
            String typed = value.trim();
            PageId page = PageId.parse(typed.startsWith(wiki.value() + ':') ? typed : wiki.value() + ':' + typed);
            if (page.toString().length() > PageId.MAXIMUM) {
                throw new WrongParameterException("cop.about.error.page", value);
            }
            return page;
        } catch (IllegalArgumentException e) {
            throw new WrongParameterException("cop.about.error.page", value);
        }
    }

    /** @return the current page, {@code null} outside of a page */
    public PageId page()
    {
        return this.printer.request().page().orElse(null);
    }

    /**
     * @param name the name of the parameter
     * @param value its value, may be {@code null}
     * @return that community, {@code null} for a blank value
     * @throws WrongParameterException if there is no such community or the reader may not view it
     */
    public CommunityView community(String name, String value) throws WrongParameterException
    {
        if (isBlank(value)) {
            return null;
        }
        Optional<CommunityView> found =
            this.communities.get().named(this.printer.reader(), this.printer.wiki(), value.trim());
        if (found.isEmpty()) {
            throw new WrongParameterException("cop.macro.community", name, value);
        }
        return found.get();
    }

    /**
     * @param named the value of the parameter that names a community, may be {@code null}
     * @return the community that the parameter names, or that contains the page, or that the address of the page names;
     *         {@code null} if there is none
     * @throws WrongParameterException if the parameter names none that the reader may view
     */
    public CommunityView shownCommunity(String named) throws WrongParameterException
    {
        CommunityView community = community(COMMUNITY, named);
        if (community == null) {
            community = communityAround();
        }
        return community == null ? askedCommunity(COMMUNITY) : community;
    }

    /**
     * @param named the value of the parameter that names a community, may be {@code null}
     * @return as {@link #shownCommunity}
     * @throws WrongParameterException if the parameter names none that the reader may view, or if there is none
     */
    public CommunityView requireCommunity(String named) throws WrongParameterException
    {
        CommunityView community = shownCommunity(named);
        if (community == null) {
            throw new NoCommunityException();
        }
        return community;
    }

    /**
     * @return the community that contains the current page, {@code null} if there is none, as on the suite's own pages
     */
    public CommunityView communityAround()
    {
        return page() == null || SUITE.equals(page().space().path()) ? null : communityAround(page());
    }

    /**
     * @param page any page
     * @return the community that contains it, {@code null} if there is none that the reader may view
     */
    public CommunityView communityAround(PageId page)
    {
        return this.communities.get().around(this.printer.reader(), page).orElse(null);
    }

    /**
     * @param name the name of the parameter
     * @param value its value, may be {@code null}
     * @param type the valid choices
     * @param <E> the valid choices
     * @return the choice, {@code null} for a blank value
     * @throws WrongParameterException if the value is not a valid choice
     */
    public <E extends Enum<E>> E choice(String name, String value, Class<E> type) throws WrongParameterException
    {
        if (isBlank(value)) {
            return null;
        }
        return find(value, type).orElseThrow(() -> new WrongParameterException("cop.macro.choice", name, value,
            Arrays.stream(type.getEnumConstants()).map(MacroInput::lower).collect(Collectors.joining(", "))));
    }

    /**
     * @param name the name of the parameter
     * @param value its value, may be {@code null}
     * @param fallback the result for a blank value
     * @param maximum the largest valid number
     * @return the number
     * @throws WrongParameterException if the value is not a number from 1 to the maximum
     */
    public int number(String name, String value, int fallback, int maximum) throws WrongParameterException
    {
        if (isBlank(value)) {
            return fallback;
        }
        String digits = value.trim();
        int number = digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > maximum) {
            throw new WrongParameterException("cop.macro.number", name, value, 1, maximum);
        }
        return number;
    }

    /**
     * @param name the name of the parameter
     * @param value its value, may be {@code null}
     * @return the id, {@code null} for a blank value
     * @throws WrongParameterException if the value is not a UUID
     */
    public UUID id(String name, String value) throws WrongParameterException
    {
        if (isBlank(value)) {
            return null;
        }
        try {
            return UUID.fromString(value.trim());
        } catch (IllegalArgumentException e) {
            throw new WrongParameterException("cop.macro.id", name, value);
        }
    }

    /**
     * @param value the value of a parameter that names a person, may be {@code null}; cut at the maximum length of an id
     * @return that person, who need not exist; for a blank value, the owner of the current profile page, and on any
     *         other page the reader
     */
    public UserId person(String value)
    {
        if (!isBlank(value)) {
            String typed = value.trim();
            return new UserId(typed.length() > UserId.LONGEST ? typed.substring(0, UserId.LONGEST) : typed);
        }
        return this.printer.request().page().map(PageId::toString).filter(page -> page.length() <= UserId.LONGEST)
            .map(UserId::new).filter(user -> this.people.get().find(user).isPresent())
            .orElseGet(this.printer::reader);
    }

    /**
     * @param value the value of a parameter
     * @return whether it is {@code null} or blank
     */
    public static boolean isBlank(String value)
    {
        return value == null || value.isBlank();
    }

    private static <E extends Enum<E>> Optional<E> find(String value, Class<E> type)
    {
        return Arrays.stream(type.getEnumConstants()).filter(one -> lower(one).equalsIgnoreCase(value.trim()))
            .findFirst();
    }

    private static String lower(Enum<?> value)
    {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
