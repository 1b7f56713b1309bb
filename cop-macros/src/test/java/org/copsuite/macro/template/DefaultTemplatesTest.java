/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.velocity.util.DuckType;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

/** Templates print what they are given, and never as markup unless it is typed as such. */
@ComponentTest
class DefaultTemplatesTest
{
    private static final String HOSTILE = "<script>'\"&$evil #set($x=1) \u0000\u0007</script>";

    private static final String ESCAPED =
        "&lt;script&gt;&#39;&quot;&amp;$evil #set($x=1) &lt;/script&gt;";

    @InjectMockComponents
    private DefaultTemplates templates;

    @MockComponent
    private Texts texts;

    @MockComponent
    private Requests requests;

    @MockComponent
    private People people;

    @MockComponent
    private Links links;

    @BeforeEach
    void setUp()
    {
        when(this.requests.locale()).thenReturn(Locale.ENGLISH);
        when(this.people.current()).thenReturn(UserId.GUEST);
        when(this.texts.text(eq(Locale.ENGLISH), eq("test.key"), any(Object[].class)))
            .thenAnswer(call -> "said: " + call.getArgument(2));
    }

    /** Something with a name. */
    public record Named(String name)
    {
    }

    @Test
    void escapesEveryReferenceButHtml()
    {
        Map<String, Object> values = new HashMap<>();
        values.put("value", HOSTILE);
        values.put("html", new Html("<em>ours</em>"));
        values.put("nothing", null);
        values.put("record", new Named(HOSTILE));

        String html = this.templates.render("test/hostile", values).value();

        assertThat(html.trim()).isEqualTo("<p title=\"" + ESCAPED + "\">" + ESCAPED + "|<em>ours</em>||" + ESCAPED + '|'
            + ESCAPED + "|<i>" + ESCAPED + "</i>|<b>" + ESCAPED + "</b><b>" + ESCAPED + "</b>|said: " + ESCAPED
            + "|12</p>");
    }

    @Test
    void refusesAReferenceToNothing()
    {
        assertThatThrownBy(() -> this.templates.render("test/unknown", Map.of()))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("test/unknown");
    }

    @Test
    void refusesWhatIsNoTemplate()
    {
        assertThatThrownBy(() -> this.templates.render("test/none", Map.of()))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("test/none");
        assertThatThrownBy(() -> this.templates.render("../../../META-INF/components", Map.of()))
            .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void escapesWhatEndsAnAttribute()
    {
        assertThat(HtmlEscaper.escape("plain")).isEqualTo("plain");
        assertThat(HtmlEscaper.escape("\u202eright to left \ud83d\ude00")).isEqualTo("\u202eright to left \ud83d\ude00");
        assertThat(HtmlEscaper.escape("a\"b'c")).isEqualTo("a&quot;b&#39;c");
    }

    @Test
    void leavesNoClassBehindInVelocity() throws Exception
    {
        assertThat(this.templates.render("test/condition", Map.of("record", new Named("one"))).value()).contains("there");
        assertThat(asked()).contains(Named.class);

        this.templates.dispose();

        assertThat(asked()).isEmpty();
    }

    /** @return the classes of which Velocity keeps how they are asked in a condition */
    private static Set<Class<?>> asked() throws ReflectiveOperationException
    {
        Set<Class<?>> classes = new HashSet<>();
        Class<?> types = Class.forName(DuckType.class.getName() + "$Types");
        Field cache = types.getDeclaredField("cache");
        cache.setAccessible(true);
        for (Object type : types.getEnumConstants()) {
            ((Map<?, ?>) cache.get(type)).keySet().forEach(asked -> classes.add((Class<?>) asked));
        }
        return classes;
    }
}
