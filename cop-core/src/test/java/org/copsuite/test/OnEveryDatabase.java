/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests of database behaviour: the build executes them once for each {@link TestServer}. Such a test gets its
 * tables from {@link TestDatabase#open()} or its schema from {@link TestSchema}. If the environment names no server,
 * the test is reported as skipped, with the reason. Subclasses inherit the mark.
 */
@Tag("database")
@ExtendWith(DatabaseCondition.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OnEveryDatabase
{
}
