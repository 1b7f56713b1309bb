/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Fragments of pages: each asks a capability for what the reader may see and prints it with a template. Macros put them
 * on pages, the REST resources answer with them after a write; so both always look alike. They refuse with the
 * {@code CopException} of the capability and change nothing.
 */
package org.copsuite.macro.fragment;
