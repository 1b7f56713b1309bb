/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What the suite's binding knows of XWiki Platform, which is not on Maven Central: facts about the types and members
 * that it uses, read from one file; stubs made from them, to compile against; and the check of the compiled binding
 * against them. Nothing of this is ever shipped, and nothing of it runs in a wiki.
 */
package org.copsuite.signatures;
