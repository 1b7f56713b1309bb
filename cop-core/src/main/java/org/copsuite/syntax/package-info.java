/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Reads the source of texts in xwiki/2.1 before it is parsed or indexed: which macro tags are macros, and where addresses
 * begin and end. Everything is linear in the length of the text. Parsing and rendering live elsewhere.
 */
package org.copsuite.syntax;
