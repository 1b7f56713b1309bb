/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.copsuite.charter.CharterService;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.question.QuestionService;
import org.copsuite.recognition.RecognitionService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The sample files say what they mean: people exist, times follow each other, texts keep the limits. */
class SampleFilesTest
{
    private static final Instant NOW = Instant.parse("2026-03-29T00:30:00Z");

    @Test
    void readsFieldsAndText() throws IOException
    {
        List<SampleSection> sections = SampleFile.read(new StringReader("""
            A note.

            #### Answer
            By: lea
            At: 2d 09:15
            Up: a, b

            First: line

            Last line
            """));

        assertThat(sections).containsExactly(new SampleSection("Answer",
            Map.of("By", "lea", "At", "2d 09:15", "Up", "a, b"), "First: line\n\nLast line"));
        assertThat(sections.get(0).words("Up")).containsExactly("a", "b");
        assertThat(sections.get(0).words("Down")).isEmpty();
        assertThat(sections.get(0).time("At", NOW)).isEqualTo("2026-03-27T09:15:00Z");
    }

    @Test
    void refusesWhatIsNoField()
    {
        assertThatThrownBy(() -> SampleFile.read(new StringReader("#### Account\nLogin lea\n")))
            .hasMessageContaining("Login lea");
    }

    @Test
    void people() throws IOException
    {
        List<SampleSection> sections = SampleFile.read("people.txt");
        Set<String> logins = logins();
        Set<String> declared = sections.stream().filter(section -> "Topic".equals(section.kind()))
            .map(section -> section.get("By") + '/' + section.get("Name")).collect(Collectors.toSet());

        assertThat(logins).contains("admin", "facilitator", "member", "newcomer").hasSizeBetween(8, 15);
        for (SampleSection section : sections) {
            switch (section.kind()) {
                case "Account" -> assertThat(section.get("Name")).isNotBlank();
                case "Topic" -> {
                    assertThat(logins).contains(section.get("By"));
                    assertThat(ExpertiseService.Level.valueOf(section.get("Level").toUpperCase(Locale.ROOT)))
                        .isNotNull();
                    assertThat(section.text()).hasSizeLessThanOrEqualTo(200);
                }
                case "Thanks" -> {
                    assertThat(logins).contains(section.get("By"), section.get("To"));
                    assertThat(section.get("By")).isNotEqualTo(section.get("To"));
                    assertThat(section.time("At", NOW)).isBefore(NOW);
                    assertThat(section.text()).hasSizeBetween(1, RecognitionService.MESSAGE_MAXIMUM);
                }
                case "Endorsement", "Expert" -> {
                    assertThat(logins).contains(section.get("By"), section.get("To"));
                    assertThat(section.get("By")).isNotEqualTo(section.get("To"));
                    assertThat(section.time("At", NOW)).isBefore(NOW);
                    assertThat(declared).as("topics that profiles show")
                        .contains(section.get("To") + '/' + section.get("Topic"));
                    assertThat(section.text()).hasSizeLessThanOrEqualTo(EndorsementService.REASON_MAXIMUM);
                }
                default -> assertThat(section.kind()).isEqualTo("no known kind");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-platform.txt", "safe-medication.txt", "mentoring-circle.txt"})
    void community(String file) throws IOException
    {
        List<SampleSection> sections = SampleFile.read(file);
        Set<String> logins = logins();

        assertThat(sections.get(0).kind()).isEqualTo("Community");
        checkPeople(sections.get(0), logins);
        assertThat(sections).filteredOn(section -> "Question".equals(section.kind()))
            .hasSizeGreaterThanOrEqualTo("mentoring-circle.txt".equals(file) ? 3 : 6)
            .allSatisfy(question -> {
                assertThat(question.get("Title")).hasSizeBetween(QuestionService.TITLE_MINIMUM,
                    QuestionService.TITLE_MAXIMUM);
                assertThat(question.words("Tags")).hasSizeBetween(1, QuestionService.TAGS_MAXIMUM);
            });
        Instant before = Instant.EPOCH;
        for (SampleSection section : sections.subList(1, sections.size())) {
            before = "Question".equals(section.kind()) ? Instant.EPOCH : before;
            assertThat(logins).contains(section.get("By")).containsAll(voters(section));
            assertThat(voters(section)).doesNotContain(section.get("By")).doesNotHaveDuplicates();
            assertThat(section.time("At", NOW)).isAfter(before).isBefore(NOW);
            assertThat(section.text()).hasSizeBetween(20, QuestionService.TEXT_MAXIMUM);
            before = "Comment".equals(section.kind()) ? before : section.time("At", NOW);
        }
    }

    /** People exist, and become members in the past, after the founding. */
    private static void checkPeople(SampleSection community, Set<String> logins)
    {
        assertThat(logins).contains(community.get("By"));
        assertThat(community.words("Members")).isNotEmpty().allSatisfy(member -> {
            String[] parts = member.split(":");
            assertThat(logins).contains(parts[0]);
            assertThat(SampleSection.time(List.of(parts[1], "08:15"), NOW)).isAfter(community.time("At", NOW))
                .isBefore(NOW);
        });
    }

    @Test
    void oneCommunityIsInPreparation() throws IOException
    {
        List<SampleSection> sections = SampleFile.read("clear-writing.txt");

        assertThat(sections).singleElement().satisfies(section -> {
            checkPeople(section, logins());
            assertThat(section.has("Preparing")).isTrue();
        });
    }

    @Test
    void charters() throws IOException
    {
        List<SampleSection> sections = SampleFile.read("charters.txt");

        assertThat(sections).filteredOn(section -> "Charter".equals(section.kind())).hasSize(2);
        assertThat(sections).allSatisfy(section -> {
            assertThat(section.get("Community")).isIn("data-platform", "safe-medication");
            assertThat(logins()).contains(section.get("By"));
            if ("Charter".equals(section.kind())) {
                assertThat(section.text()).hasSizeBetween(100, CharterService.GUIDELINES_MAXIMUM);
                assertThat(section.time("At", NOW)).isBefore(section.time("Changed", NOW));
                assertThat(section.time("Changed", NOW)).isBefore(NOW);
            } else {
                assertThat(section.get("Title")).hasSizeBetween(10, CharterService.LINE_MAXIMUM);
                assertThat(section.get("Due")).matches("-?[0-9]{1,3}");
            }
        });
    }

    private static List<String> voters(SampleSection section)
    {
        List<String> voters = new ArrayList<>(section.words("Up"));
        voters.addAll(section.words("Down"));
        return voters;
    }

    private static Set<String> logins() throws IOException
    {
        return SampleFile.read("people.txt").stream().filter(section -> "Account".equals(section.kind()))
            .map(section -> section.get("Login")).collect(Collectors.toSet());
    }
}
