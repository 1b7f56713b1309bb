/*
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
package org.copsuite.architecture;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/**
 * The classes of the product by the module that they come from, be it a folder of classes or a JAR.
 */
final class Modules
{
    static final String CORE = "cop-core";

    static final String MACROS = "cop-macros";

    static final String REST = "cop-ui-rest";

    static final String EMBEDDED = "cop-embedded";

    private static SoftReference<JavaClasses> known = new SoftReference<>(null);

    private Modules()
    {
    }

    /**
     * Leaves out the contract tests of the core, which this module has on its class path as a JAR.
     */
    static final class WithoutTestJars implements ImportOption
    {
        private static final Pattern TEST_JAR = Pattern.compile(".*-tests\\.jar.*");

        @Override
        public boolean includes(Location location)
        {
            return !location.matches(TEST_JAR);
        }
    }

    /** Reads the classes once for all test classes of a process, as long as they leave it enough memory. */
    static synchronized JavaClasses classes()
    {
        JavaClasses classes = known.get();
        if (classes == null) {
            classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(new WithoutTestJars()).importPackages("org.copsuite");
            known = new SoftReference<>(classes);
        }
        return classes;
    }

    /**
     * @param names names of modules
     * @return whether a class comes from one of them
     */
    static DescribedPredicate<JavaClass> in(String... names)
    {
        return DescribedPredicate.describe("a class of " + String.join(" or ", names),
            candidate -> Arrays.stream(names).anyMatch(name -> isFrom(candidate, name)));
    }

    private static boolean isFrom(JavaClass candidate, String module)
    {
        return candidate.getSource().map(source -> source.getUri().toString().contains("/" + module + "/")).orElse(false);
    }
}
