/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains facts about the types and members of XWiki Platform that the suite's binding uses, since the platform is not
 * on Maven Central. The package reads the facts from one file, writes stubs to compile against, and checks the compiled
 * binding against the facts. Code that is shipped or runs in a wiki does not belong here.
 */
package org.copsuite.signatures;
