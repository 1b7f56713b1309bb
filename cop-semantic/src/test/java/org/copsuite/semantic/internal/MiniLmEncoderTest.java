/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.semantic.internal;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

import org.copsuite.spi.Encoder;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The cosines are those that LangChain4j's own code gets from the same weights; processors differ in the last digits. */
class MiniLmEncoderTest
{
    private static final String TUNE = "How do I tune a slow PostgreSQL query?";

    private static final String INDEX = "My database is slow, which index helps?";

    private static final String BREAD = "How is sourdough bread made?";

    private static double cosine(List<float[]> vectors, int one, int other)
    {
        double sum = 0;
        for (int i = 0; i < vectors.get(one).length; i++) {
            sum += vectors.get(one)[i] * vectors.get(other)[i];
        }
        return sum;
    }

    private static void assertEncodes(Encoder encoder)
    {
        List<float[]> vectors = encoder.encode(List.of(TUNE, INDEX, BREAD));
        assertThat(vectors).hasSize(3).allSatisfy(vector -> assertThat(vector).hasSize(384));
        assertThat(cosine(vectors, 0, 0)).isCloseTo(1, within(1e-5));
        assertThat(cosine(vectors, 0, 1)).isCloseTo(.577, within(.03));
        assertThat(cosine(vectors, 0, 2)).isCloseTo(.052, within(.03));
        assertThat(cosine(vectors, 1, 2)).isCloseTo(-.017, within(.03));
    }

    @Test
    void encodesWhatIsCloseInMeaningCloseTogether()
    {
        MiniLmEncoder encoder = new MiniLmEncoder();
        assertThat(encoder.isAvailable()).isTrue();
        assertThat(encoder.languages()).containsExactly("en");
        assertEncodes(encoder);
        assertThat(encoder.encode(List.of())).isEmpty();
        assertThat(encoder.encode(List.of("", "x".repeat(1_000_000), "\uD800 \u0000")))
            .allSatisfy(vector -> assertThat(vector).doesNotContain(Float.NaN));

        encoder.dispose();
        assertThat(encoder.isAvailable()).isFalse();
        assertThatThrownBy(() -> encoder.encode(List.of(TUNE))).isInstanceOf(IllegalStateException.class);
    }

    /** An upgrade in XWiki without a restart. */
    @Test
    void isLoadedByOneClassLoaderAfterTheOther() throws Exception
    {
        Encoder before = null;
        for (int version = 1; version <= 2; version++) {
            // The first class loader is still there when the second one loads its native code.
            ExtensionLoader loader = new ExtensionLoader();
            Encoder encoder = loader.encoder(LoggerFactory.getLogger("test"));
            assertThat(encoder.getClass()).isNotEqualTo(MiniLmEncoder.class);
            assertEncodes(encoder);
            if (before != null) {
                ((org.xwiki.component.phase.Disposable) before).dispose();
                assertEncodes(encoder);
            }
            before = encoder;
        }
    }

    @Test
    void saysOnceThatThereIsNoNativeCodeForThePlatform() throws Exception
    {
        ch.qos.logback.classic.Logger logger =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("platform");
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        String architecture = System.setProperty("os.arch", "s390x");
        try {
            Encoder encoder = new ExtensionLoader().encoder(logger);
            assertThat(encoder.isAvailable()).isFalse();
            assertThat(encoder.isAvailable()).isFalse();
            assertThatThrownBy(() -> encoder.encode(List.of(TUNE))).isInstanceOf(IllegalStateException.class);
        } finally {
            System.setProperty("os.arch", architecture);
        }
        List<String> errors = appender.list.stream().filter(event -> event.getLevel().toString().equals("ERROR"))
            .map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).startsWith("Failed to load the sentence encoder on [").contains("s390x]")
            .endsWith("the search works without it.");
    }

    /** Has classes of its own of the extension and of the native code, as the class loader of an extension does. */
    private static final class ExtensionLoader extends URLClassLoader
    {
        ExtensionLoader() throws IOException
        {
            super(classPath(), MiniLmEncoderTest.class.getClassLoader());
        }

        private static URL[] classPath() throws IOException
        {
            List<URL> urls = new ArrayList<>();
            for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(new File(path).toURI().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException
        {
            if (!name.startsWith("org.copsuite.semantic.") && !name.startsWith("ai.onnxruntime.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }

        Encoder encoder(Logger logger) throws ReflectiveOperationException
        {
            return (Encoder) loadClass(MiniLmEncoder.class.getName()).getConstructor(Logger.class).newInstance(logger);
        }
    }
}
