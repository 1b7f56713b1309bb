/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record of the API that may be {@code null}. A test compares it with the description of the
 * API.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Nullable
{
}
