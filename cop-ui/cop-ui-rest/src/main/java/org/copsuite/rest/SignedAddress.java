/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the few methods that write without a form token, a session or a cookie: their URL contains a message
 * authentication code that only this wiki can create, and names the one operation that it allows. A page of another
 * site cannot know it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SignedAddress
{
}
