/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
package org.copsuite.architecture;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;

import org.copsuite.rest.Writes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.architecture.Modules.CORE;
import static org.copsuite.architecture.Modules.EMBEDDED;
import static org.copsuite.architecture.Modules.MACROS;
import static org.copsuite.architecture.Modules.REST;

/**
 * The rules of the house: which module and which package may know which.
 */
class ArchitectureTest
{
    private static final String INTERNAL = ".internal";

    private static JavaClasses product;

    @BeforeAll
    static void readClasses()
    {
        product = Modules.classes();
    }

    @Test
    void everyModuleIsChecked()
    {
        for (String module : List.of(CORE, MACROS, REST, EMBEDDED)) {
            assertThat(product.that(Modules.in(module))).as("classes of " + module).isNotEmpty();
        }
    }

    @Test
    void theCoreKnowsNoOtherModule()
    {
        noClasses().that(Modules.in(CORE)).should().dependOnClassesThat(Modules.in(MACROS, REST, EMBEDDED)).check(product);
    }

    @Test
    void theMacrosKnowTheCoreOnly()
    {
        noClasses().that(Modules.in(MACROS)).should().dependOnClassesThat(Modules.in(REST, EMBEDDED)).check(product);
    }

    @Test
    void theResourcesKnowNoBinding()
    {
        noClasses().that(Modules.in(REST)).should().dependOnClassesThat(Modules.in(EMBEDDED)).check(product);
    }

    @Test
    void aPackageLivesInOneModule()
    {
        classes().should(new ArchCondition<JavaClass>("share no package with another module")
        {
            @Override
            public void check(JavaClass item, ConditionEvents events)
            {
                long homes = Stream.of(CORE, MACROS, REST, EMBEDDED)
                    .filter(module -> !product.that(Modules.in(module)
                        .and(DescribedPredicate.describe("in the package", other -> other.getPackageName().equals(
                            item.getPackageName())))).isEmpty()).count();
                if (homes > 1) {
                    events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " is in " + homes + " modules"));
                }
            }
        }).check(product);
    }

    @Test
    void theCoreAndTheMacrosKnowNeitherServletsNorResources()
    {
        noClasses().that(Modules.in(CORE, MACROS)).should().dependOnClassesThat()
            .resideInAnyPackage("javax.servlet..", "javax.ws.rs..", "org.glassfish..", "org.eclipse.jetty..").check(product);
    }

    @Test
    void xwikiPlatformIsNamedByItsOwnBindingOnly()
    {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("com.xpn.xwiki..", "org.xwiki.bridge..",
            "org.xwiki.model..", "org.xwiki.query..", "org.xwiki.csrf..", "org.xwiki.user..", "org.xwiki.wiki..",
            "org.xwiki.eventstream..", "org.xwiki.notifications..", "org.xwiki.mail..", "org.xwiki.rest..",
            "org.xwiki.uiextension..", "org.xwiki.security..", "org.xwiki.skinx..", "org.xwiki.search..").check(product);
    }

    @Test
    void aCapabilityReachesAnotherThroughItsPublicPackage()
    {
        classes().should(new ArchCondition<JavaClass>("leave the internal packages of others alone")
        {
            @Override
            public void check(JavaClass item, ConditionEvents events)
            {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    Optional<String> owner = ownerOfInternal(dependency.getTargetClass());
                    if (owner.isPresent() && !isWithin(item.getPackageName(), owner.get())) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        }).check(product);
    }

    @Test
    void timesAreInstants()
    {
        methods().that().arePublic().and().areDeclaredInClassesThat().resideInAPackage("org.copsuite..")
            .should().notHaveRawReturnType(oldTime()).andShould(notTakeOldTimes()).check(product);
    }

    @Test
    void onlyTheCommandLinePrints()
    {
        noClasses().that().haveNameNotMatching("org\\.copsuite\\.embedded\\.Cop(\\$.*)?").should(ACCESS_STANDARD_STREAMS)
            .check(product);
    }

    @Test
    void resourcesLiveInTheirModule()
    {
        classes().that().areAnnotatedWith(Path.class).should().bePublic().andShould(
            ArchCondition.from(Modules.in(REST))).check(product);
    }

    /**
     * What a write says comes in the body, never in an address: addresses are logged, shared and sent again. What is to be
     * deleted may be named there.
     */
    @Test
    void aWriteTakesNothingFromTheAddress()
    {
        methods().that(areOneOf(POST.class, PUT.class)).should(new ArchCondition<JavaMethod>("have no @QueryParam")
        {
            @Override
            public void check(JavaMethod item, ConditionEvents events)
            {
                item.getParameters().stream().filter(parameter -> parameter.isAnnotatedWith(QueryParam.class))
                    .forEach(parameter -> events.add(SimpleConditionEvent.violated(item, parameter.getDescription())));
            }
        }).check(product);
    }

    /** The filter of form tokens stands in front of what carries its binding, and of nothing else. */
    @Test
    void theFilterOfFormTokensStandsBeforeEveryWrite()
    {
        methods().that(areOneOf(POST.class, PUT.class, DELETE.class)).should().beAnnotatedWith(Writes.class)
            // Its address is sealed; a test of the module counts that there is no other.
            .orShould().beAnnotatedWith("org.copsuite.rest.SignedAddress").check(product);
    }

    private static Optional<String> ownerOfInternal(JavaClass target)
    {
        String name = target.getPackageName();
        int at = (name + ".").indexOf(INTERNAL + ".");
        return name.startsWith("org.copsuite.") && at > 0 ? Optional.of(name.substring(0, at)) : Optional.empty();
    }

    private static boolean isWithin(String candidate, String parent)
    {
        return candidate.equals(parent) || candidate.startsWith(parent + ".");
    }

    private static DescribedPredicate<JavaClass> oldTime()
    {
        return DescribedPredicate.describe("java.util.Date or Calendar",
            type -> type.isAssignableTo(Date.class) || type.isAssignableTo(Calendar.class));
    }

    private static ArchCondition<JavaMethod> notTakeOldTimes()
    {
        return new ArchCondition<>("take no java.util.Date or Calendar")
        {
            @Override
            public void check(JavaMethod item, ConditionEvents events)
            {
                if (item.getRawParameterTypes().stream().anyMatch(oldTime())) {
                    events.add(SimpleConditionEvent.violated(item, item.getFullName()));
                }
            }
        };
    }

    @SafeVarargs
    private static DescribedPredicate<JavaMethod> areOneOf(Class<? extends Annotation>... verbs)
    {
        return DescribedPredicate.describe("are one of " + Arrays.toString(verbs),
            method -> Stream.of(verbs).anyMatch(method::isAnnotatedWith));
    }
}
