/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import javax.ws.rs.NameBinding;

/** Marks the suite's resources, so that its filters apply to them and to no others of the wiki's JAX-RS application. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Cop
{
}
