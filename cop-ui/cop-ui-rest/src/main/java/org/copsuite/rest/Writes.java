/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import javax.ws.rs.NameBinding;

/** Marks methods that write: the {@link WriteFilter} checks the form token and reads the fields before they run. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Writes
{
}
