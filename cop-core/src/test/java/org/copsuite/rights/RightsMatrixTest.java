/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what in which community. The operations are in {@link RightsOperations}, which says how to add one; the
 * table in the administrator's guide is the same matrix.
 */
class RightsMatrixTest
{
    private static final Path DOCUMENT = Path.of("../docs/admin/rights.md");

    private static final String BEGIN = "<!-- matrix -->\n";

    private static final String END = "<!-- end of matrix -->\n";

    static Stream<Arguments> rows()
    {
        return RightsOperations.all().stream().flatMap(operation -> Arrays.stream(Place.values())
            .map(place -> Arguments.of(operation, place)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("rows")
    void everybodyMayDoWhatTheMatrixSays(RightsOperation operation, Place place) throws Exception
    {
        List<String> wrong = new ArrayList<>();
        try (RightsFixture fixture = new RightsFixture(place)) {
            for (Who who : Who.values()) {
                Kind refusal = refusal(operation, fixture, who);
                if (!isRight(operation.rule().allows(place, who), refusal, place, who)) {
                    wrong.add(who + ": " + (refusal == null ? "done" : refusal));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Kind refusal(RightsOperation operation, RightsFixture fixture, Who who) throws Exception
    {
        try {
            operation.attempt().run(fixture, fixture.person(who));
            return null;
        } catch (CopException e) {
            return e.getKind();
        }
    }

    /** A refusal tells nobody that there is a community that they may not view. */
    private static boolean isRight(boolean allowed, Kind refusal, Place place, Who who)
    {
        if (allowed) {
            return refusal == null || refusal == Kind.CONFLICT;
        }
        if (!who.hasAccount() && refusal == Kind.SIGN_IN || refusal == Kind.NOT_FOUND) {
            return true;
        }
        return who.views(place) && who.hasAccount() && refusal == Kind.FORBIDDEN;
    }

    @Test
    void theDocumentationSaysTheSame() throws Exception
    {
        String table = table();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/rights.md"), table);
        String document = Files.readString(DOCUMENT);
        assertThat(document).contains(BEGIN).contains(END);
        assertThat(document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END)))
            .isEqualTo(table);
    }

    private static String table()
    {
        StringBuilder table = new StringBuilder("| |");
        for (Who who : Who.values()) {
            table.append(' ').append(who.label()).append(" |");
        }
        table.append("\n|").append(" --- |".repeat(Who.values().length + 1)).append('\n');
        for (RightsOperation operation : RightsOperations.all()) {
            table.append("| ").append(operation.name()).append(" |");
            for (Who who : Who.values()) {
                table.append(' ').append(cell(operation, who)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String cell(RightsOperation operation, Who who)
    {
        List<Place> places = Arrays.stream(Place.values()).filter(place -> operation.rule().allows(place, who)).toList();
        if (places.isEmpty()) {
            return "–";
        }
        return places.size() == Place.values().length ? "all"
            : places.stream().map(Place::label).collect(Collectors.joining(", "));
    }
}
