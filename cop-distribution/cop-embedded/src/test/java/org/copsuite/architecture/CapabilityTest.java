/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.architecture.Modules.CORE;
import static org.copsuite.architecture.Modules.MACROS;
import static org.copsuite.architecture.Modules.REST;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/**
 * The centre, which is every package outside of the capabilities, depends on no capability: capabilities contribute
 * themselves.
 */
class CapabilityTest
{
    private static final Pattern CAPABILITY = Pattern
        .compile("org\\.copsuite\\.(?:macro\\.|rest\\.)?(community|membership|charter|founding|question|expertise"
            + "|recognition|endorsement|designation|gap|handover|milestone|project|rota|coaching"
            + "|feedback|activity|anonymity|routing|transfer)(?:\\..*)?");

    private static final String RELATED = "related questions and who could answer are found through the index";

    private static final String RESTRICTED = "a search or a list of tags can be restricted to a community";

    private static final String TAGS = "only questions have tags so far";

    /** Accepted dependencies of the centre, as "class &gt; capability", with the reason of each. */
    private static final Map<String, String> ACCEPTED = Map.ofEntries(
        Map.entry("org.copsuite.spi.ExpertiseEvidence > expertise", "the role of the expert finder names its levels"),
        Map.entry("org.copsuite.macro.spi.CommunityPanel > community", "the role of the panels hands over the community"),
        Map.entry("org.copsuite.macro.spi.MemberNotes > community", "as for the panels"),
        Map.entry("org.copsuite.macro.spi.CommunitySubpage > community", "as for the panels"),
        Map.entry("org.copsuite.macro.spi.QuestionPanel > question", "the role of the panels hands over the question"),
        Map.entry("org.copsuite.macro.spi.PostAction > question", "the role of the actions hands over the posts"),
        Map.entry("org.copsuite.macro.MacroInput > community",
            "macros of all capabilities have the same parameter, the community"),
        Map.entry("org.copsuite.macro.fragment.PageTool > question", "rows of questions are shared by lists and searches"),
        Map.entry("org.copsuite.search.SearchService > question", RELATED),
        Map.entry("org.copsuite.search.internal.DefaultSearchService > question", RELATED),
        Map.entry("org.copsuite.search.internal.SimilarPosts > question", RELATED),
        Map.entry("org.copsuite.search.internal.PublicTexts > community", "public texts are those of open communities"),
        Map.entry("org.copsuite.macro.search.SearchFragments > question", RELATED),
        Map.entry("org.copsuite.macro.search.SearchFragments > community", RESTRICTED),
        Map.entry("org.copsuite.macro.search.SearchMacro > community", RESTRICTED),
        Map.entry("org.copsuite.macro.search.TagsMacro > community", RESTRICTED),
        Map.entry("org.copsuite.macro.search.TagsParameters > community", RESTRICTED),
        Map.entry("org.copsuite.macro.search.TagsPanel > community", RESTRICTED),
        Map.entry("org.copsuite.macro.search.TagsPanel > question", TAGS),
        Map.entry("org.copsuite.rest.search.AbstractDraftResource > question", RELATED),
        Map.entry("org.copsuite.rest.search.HitJson > question", "clients of the first version read the field question"),
        Map.entry("org.copsuite.rest.search.SearchResource > question", TAGS),
        Map.entry("org.copsuite.rest.search.TagJson > question", TAGS));

    private static JavaClasses product;

    @BeforeAll
    static void readClasses()
    {
        product = Modules.classes();
    }

    private static Optional<String> capability(JavaClass type)
    {
        Matcher matcher = CAPABILITY.matcher(type.getPackageName());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the dependencies of the centre on capabilities by what {@link #ACCEPTED} calls them. */
    private static Map<String, Set<String>> found()
    {
        return product.that(Modules.in(CORE, MACROS, REST)).stream().filter(type -> capability(type).isEmpty())
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> capability(dependency.getTargetClass()).isPresent())
            .collect(Collectors.groupingBy(CapabilityTest::name,
                Collectors.mapping(Dependency::getDescription, Collectors.toCollection(TreeSet::new))));
    }

    private static String name(Dependency dependency)
    {
        return dependency.getOriginClass().getName().replaceAll("\\$.*", "") + " > "
            + capability(dependency.getTargetClass()).orElseThrow();
    }

    @Test
    void theCentreDependsOnNoCapability()
    {
        Map<String, Set<String>> others = found();
        others.keySet().removeAll(ACCEPTED.keySet());

        assertThat(others).isEmpty();
    }

    @Test
    void everyAcceptedDependencyExists()
    {
        assertThat(found().keySet()).containsAll(ACCEPTED.keySet());
    }

    @Test
    void theCapabilitiesAreThereInEveryLayer()
    {
        for (String module : Set.of(CORE, MACROS, REST)) {
            assertThat(product.that(Modules.in(module)).stream().flatMap(type -> capability(type).stream()))
                .as(module).contains("community", "question", "expertise", "recognition", "endorsement", "milestone");
        }
    }
}
