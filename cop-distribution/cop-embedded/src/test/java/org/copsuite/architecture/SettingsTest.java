/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;

import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingType;
import org.copsuite.spi.SettingProvider;
import org.junit.jupiter.api.Test;

/** The documentation and the texts of the settings follow their declarations. */
class SettingsTest
{
    /** Surefire runs in the folder of the module: cop-distribution/cop-embedded. */
    private static final Path PAGE = Path.of("../../docs/admin/settings.md");

    private static List<Setting<?>> declared() throws Exception
    {
        TreeMap<String, Setting<?>> declared = new TreeMap<>();
        for (URL list : Collections.list(SettingsTest.class.getClassLoader().getResources("META-INF/components.txt"))) {
            try (InputStream stream = list.openStream()) {
                for (String name : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("org.copsuite.")).toList()) {
                    Class<?> type = Class.forName(name.strip());
                    if (SettingProvider.class.isAssignableFrom(type)) {
                        for (Setting<?> setting : ((SettingProvider) type.getConstructor().newInstance()).settings()) {
                            assertThat(declared.put(setting.key(), setting)).as(setting.key()).isNull();
                        }
                    }
                }
            }
        }
        return List.copyOf(declared.values());
    }

    @Test
    void thePageForAdministratorsHasEachSetting() throws Exception
    {
        List<String> rows = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();
        assertThat(rows).extracting(row -> row.substring(0, row.lastIndexOf('|', row.length() - 2) + 1))
            .as("rows of docs/admin/settings.md without their last column")
            .containsExactlyElementsOf(declared().stream().map(SettingsTest::row).toList());
        assertThat(rows).allSatisfy(row -> assertThat(row.split("[|]")[6].strip()).isNotEmpty());
    }

    private static <T> String row(Setting<T> setting)
    {
        SettingType<T> type = setting.type();
        String values = String.join(", ", type.choices());
        if (type instanceof SettingType.WholeNumber number) {
            values = number.minimum() + " to " + number.maximum();
        } else if (type instanceof SettingType.Text text) {
            values = "text, at most " + text.maximum() + " characters";
        } else if (type instanceof SettingType.Rising numbers) {
            values = numbers.count() + " rising numbers, " + numbers.minimum() + " to " + numbers.maximum();
        }
        String initial = type.print(setting.initial());
        return String.format(Locale.ROOT, "| `%s` | %s | %s | %s | %s |", setting.key(), values,
            initial.isEmpty() ? "empty" : initial, setting.scope().name().toLowerCase(Locale.ROOT),
            setting.authority().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void eachSettingOfTheFormHasItsTexts() throws Exception
    {
        List<String> missing = new ArrayList<>();
        Properties texts = texts();
        for (Setting<?> setting : declared()) {
            if (!setting.ownForm()) {
                keys(setting).stream().filter(key -> !texts.containsKey(key)).forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> keys(Setting<?> setting)
    {
        String label = "cop.setting." + setting.key();
        List<String> keys = new ArrayList<>(List.of(label));
        if (setting.type() instanceof SettingType.Flag) {
            List.of("on", "off", "switchOn", "switchOff").forEach(state -> keys.add(label + '.' + state));
        } else {
            keys.add(label + ".help");
            setting.type().choices().forEach(choice -> keys.add(label + '.' + choice));
        }
        return keys;
    }

    private static Properties texts() throws IOException
    {
        Properties texts = new Properties();
        for (URL list : Collections.list(SettingsTest.class.getClassLoader()
            .getResources("ApplicationResources.properties"))) {
            try (InputStream stream = list.openStream()) {
                texts.load(stream);
            }
        }
        return texts;
    }
}
