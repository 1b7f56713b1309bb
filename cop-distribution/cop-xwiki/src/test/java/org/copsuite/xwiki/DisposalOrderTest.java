/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.copsuite.xwiki.page.PageTypeRegistration;
import org.copsuite.xwiki.store.XWikiDatabase;
import org.junit.jupiter.api.Test;
import org.xwiki.component.annotation.DisposePriority;
import org.xwiki.component.phase.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

/** When XWiki ends it disposes of the lowest number first, and of components with the same number in any order. */
class DisposalOrderTest
{
    private static final int USUAL = 1000;

    @Test
    void whatRunsIsStoppedFirstAndTheDatabaseIsClosedLast() throws Exception
    {
        // The registration of page types holds component descriptors only, and they must outlive all components.
        List<Class<?>> others = disposables().stream().filter(type -> type != SuiteLifecycle.class
            && type != XWikiDatabase.class && type != PageTypeRegistration.class).toList();
        assertThat(others).hasSizeGreaterThan(5).allSatisfy(type -> assertThat(priority(type))
            .isGreaterThan(priority(SuiteLifecycle.class)).isLessThan(priority(XWikiDatabase.class)));
    }

    private static int priority(Class<?> type)
    {
        return Optional.ofNullable(type.getAnnotation(DisposePriority.class)).map(DisposePriority::value).orElse(USUAL);
    }

    /** All components of the suite that hold something. */
    private static List<Class<?>> disposables() throws IOException, ClassNotFoundException
    {
        ClassLoader loader = DisposalOrderTest.class.getClassLoader();
        List<String> names = Collections.list(loader.getResources("META-INF/components.txt")).stream()
            .flatMap(DisposalOrderTest::lines).filter(line -> line.startsWith("org.copsuite."))
            .map(line -> line.replaceFirst(":.*", "")).distinct().toList();
        Stream.Builder<Class<?>> found = Stream.builder();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, loader);
            if (Disposable.class.isAssignableFrom(type)) {
                found.add(type);
            }
        }
        return found.build().toList();
    }

    private static Stream<String> lines(URL list)
    {
        try (InputStream stream = list.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
