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
import org.copsuite.question.PostId;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What macros are told: their parameters, which the page's author wrote (a wrong one is answered with what would be
 * right), and the reader's choices in the address, which begin with {@code cop-} (a wrong one counts as none).
 */
@Component(roles = MacroInput.class)
@Singleton
public class MacroInput
{
    private static final String[] CLIENT_TEXTS =
        {"adding", "added", "sending", "network", "session", "failed", "restored", "discard", "invalid", "empty",
            "again"};

    private static final List<String> SUITE = List.of(Suite.SPACE);

    private static final int LANGUAGES = 50;

    private final ObjectMapper json = new ObjectMapper();

    /** Each macro says the same texts: one for each language. */
    private final Cache<Map<String, String>, Html> written = Caffeine.newBuilder().maximumSize(LANGUAGES).build();

    @Inject
    private Printer printer;

    @Inject
    private Provider<CommunityService> communities;

    /** @return what the client says, as a JSON object in a quoted attribute */
    public Html clientTexts()
    {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : CLIENT_TEXTS) {
            texts.put(name, this.printer.text("cop.client." + name));
        }
        texts.put("signIn", this.printer.text("cop.signIn"));
        return this.written.get(texts, this::write);
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
     * @param name what comes after {@code cop-}
     * @return the reader's choice in one line, without what no database holds; empty where there is none
     */
    public String asked(String name)
    {
        return PlainText.line(this.printer.request().parameter("cop-" + name).orElse(""));
    }

    /**
     * @param name what comes after {@code cop-}
     * @return the reader's choice, {@code null} where there is none
     */
    public String askedOrNull(String name)
    {
        String value = asked(name);
        return value.isEmpty() ? null : value;
    }

    /**
     * @param name what comes after {@code cop-}
     * @param fallback what counts where nothing sensible was chosen
     * @param type the choices
     * @param <E> the choices
     * @return the reader's choice
     */
    public <E extends Enum<E>> E asked(String name, E fallback, Class<E> type)
    {
        return find(asked(name), type).orElse(fallback);
    }

    /**
     * @param name what comes after {@code cop-}
     * @return the community that the reader chose, {@code null} for none
     */
    public CommunityView askedCommunity(String name)
    {
        String value = asked(name);
        return value.isEmpty() ? null
            : this.communities.get().named(this.printer.reader(), this.printer.wiki(), value).orElse(null);
    }

    /**
     * @param name what comes after {@code cop-}
     * @return the post that the reader chose, {@code null} for none
     */
    public PostId askedPost(String name)
    {
        try {
            return new PostId(UUID.fromString(asked(name)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * @param name what comes after {@code cop-}
     * @return the page whose reference the reader chose, {@code null} for none
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
     * @param value what the author wrote: a reference in this wiki
     * @return that page; the page that is shown where nothing is written
     * @throws WrongParameterException where it is no reference of a page of this wiki
     */
    public PageId page(String value) throws WrongParameterException
    {
        if (isBlank(value)) {
            return page();
        }
        String wiki = this.printer.wiki();
        try {
            String typed = value.trim();
            PageId page = PageId.parse(typed.startsWith(wiki + ':') ? typed : wiki + ':' + typed);
            if (page.toString().length() > PageId.MAXIMUM) {
                throw new WrongParameterException("cop.about.error.page", value);
            }
            return page;
        } catch (IllegalArgumentException e) {
            throw new WrongParameterException("cop.about.error.page", value);
        }
    }

    /** @return the page that is shown, {@code null} outside of a page */
    public PageId page()
    {
        return this.printer.request().page().orElse(null);
    }

    /**
     * @param name the parameter
     * @param value what the author wrote
     * @return that community, {@code null} where nothing is written
     * @throws WrongParameterException where the reader can see none such
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

    /** @return the community in which the page is that is shown, {@code null} for none, as on the suite's own pages */
    public CommunityView communityAround()
    {
        return page() == null || SUITE.equals(page().space().path()) ? null : communityAround(page());
    }

    /**
     * @param page any page
     * @return the community in which it is, {@code null} for none that the reader may view
     */
    public CommunityView communityAround(PageId page)
    {
        return this.communities.get().around(this.printer.reader(), page).orElse(null);
    }

    /**
     * @param name the parameter
     * @param value what the author wrote
     * @param type the choices
     * @param <E> the choices
     * @return the choice, {@code null} where nothing is written
     * @throws WrongParameterException where it is no choice
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
     * @param name the parameter
     * @param value what the author wrote
     * @param fallback what counts where nothing is written
     * @param maximum the most
     * @return the number
     * @throws WrongParameterException where it is none between 1 and the most
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
     * @param name the parameter
     * @param value what the author wrote
     * @return the id, {@code null} where nothing is written
     * @throws WrongParameterException where it is no id
     */
    public PostId post(String name, String value) throws WrongParameterException
    {
        if (isBlank(value)) {
            return null;
        }
        try {
            return new PostId(UUID.fromString(value.trim()));
        } catch (IllegalArgumentException e) {
            throw new WrongParameterException("cop.macro.id", name, value);
        }
    }

    /**
     * @param value what the author wrote
     * @return whether that is nothing
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
