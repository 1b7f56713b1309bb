/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.component.annotation.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A stub says of a type what the facts say, as the compiler and the component manager read it. */
class StubsTest
{
    @TempDir
    private Path folder;

    private ClassLoader loader;

    @BeforeEach
    void write() throws IOException
    {
        Stubs.write(Sample.FACTS, this.folder);
        this.loader = new URLClassLoader(new URL[] {this.folder.toUri().toURL()}, StubsTest.class.getClassLoader());
    }

    private Class<?> load(String name) throws ClassNotFoundException
    {
        return Class.forName("com.xpn.xwiki." + name, true, this.loader);
    }

    @Test
    void keepsGenericsAndExceptions() throws Exception
    {
        Method load = load("Store").getMethod("load", List.class, int[].class);
        assertThat(load.toGenericString()).isEqualTo("public abstract T com.xpn.xwiki.Store.load("
            + "java.util.List<? extends T>,int...) throws java.io.IOException");
        assertThat(load("Store").getTypeParameters()[0].getBounds()[0].getTypeName()).isEqualTo("java.lang.Comparable<T>");
        assertThat(load("Base").getDeclaredField("map").toGenericString())
            .isEqualTo("protected java.util.Map<K, V[]> com.xpn.xwiki.Base.map");
        assertThat(load("Base").getMethod("check", Object.class).toGenericString())
            .isEqualTo("public static <E> void com.xpn.xwiki.Base.check(K) throws java.lang.Exception"
                .replace("<E>", "<E extends java.lang.Exception>"));
    }

    @Test
    void marksRoles() throws Exception
    {
        assertThat(load("Store").isAnnotationPresent(Role.class)).isTrue();
        assertThat(load("Named").isAnnotationPresent(Role.class)).isFalse();
    }

    @Test
    void hasOnlyThoseConstantsWhoseValueIsAFact() throws Exception
    {
        assertThat(load("Store").getField("HINT").get(null)).isEqualTo("a \"b\"");
        assertThat(load("Store").getField("SIZE").get(null)).isEqualTo(42);
        assertThat(load("Store").getField("LONG").get(null)).isEqualTo(121_000_000L);
        assertThat(load("Store").getField("LATER").get(null)).isNull();
    }

    @Test
    void keepsModifiersAndNesting() throws Exception
    {
        assertThat(Modifier.isFinal(load("Closed").getModifiers())).isTrue();
        assertThat(Modifier.isPublic(load("Hidden").getModifiers())).isFalse();
        assertThat(load("Base$Kind").getDeclaringClass()).isEqualTo(load("Base"));
        assertThat(load("Base$Kind").isEnum()).isTrue();
        Field one = load("Base$Kind").getField("ONE");
        assertThat(one.isEnumConstant()).isTrue();
        assertThat(load("Named").isInterface()).isTrue();
    }

    @Test
    void refusesToRun() throws Exception
    {
        Object closed = load("Closed").getConstructor(String.class).newInstance("x");
        assertThat(closed).isNotNull();
        Method values = load("Base$Kind").getMethod("values");
        assertThatThrownBy(() -> values.invoke(null)).hasCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hidesConstructorsThatTheFactsDoNotTellOf() throws Exception
    {
        assertThat(load("Hidden").getDeclaredConstructors()).singleElement()
            .matches(constructor -> constructor.isSynthetic() && !Modifier.isPublic(constructor.getModifiers()));
    }

    @Test
    void refusesALineThatIsNoDeclaration()
    {
        assertThatThrownBy(() -> Facts.parse(List.of("public class a.B {", "  public void", "}")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("public void");
        assertThatThrownBy(() -> Facts.parse(List.of("public record a.B {"))).hasMessageContaining("record");
    }
}
