/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.persistence.Table;

import org.junit.jupiter.api.Test;

class SchemaTest
{
    private static final Pattern CONVERTED = Pattern.compile("alter table (\\w+) convert to character set utf8mb4 "
        + "collate utf8mb4_bin");

    private static final Pattern INCLUDED = Pattern.compile("<include file=\"([^\"]+)\"/>");

    @Test
    void everyTableTellsNamesApartOnMariaDbToo() throws Exception
    {
        Set<String> tables = Schema.entities().stream().map(entity -> entity.getAnnotation(Table.class).name())
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tables).hasSizeGreaterThan(10);
        Set<String> converted = new TreeSet<>();
        Matcher included = INCLUDED.matcher(resource(Schema.changelog()));
        while (included.find()) {
            Matcher matcher = CONVERTED.matcher(resource(included.group(1)));
            while (matcher.find()) {
                converted.add(matcher.group(1));
            }
        }
        assertThat(converted).containsAll(tables);
    }

    private static String resource(String name) throws IOException
    {
        try (InputStream stream = Schema.class.getResourceAsStream('/' + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
