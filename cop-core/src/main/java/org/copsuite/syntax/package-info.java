/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Contains the correction of texts in xwiki/2.1 before they are parsed or indexed. It finds which macro tags are
 * macros, and where addresses begin and end, in time linear in the length of the text. Parsing and rendering do not
 * belong here.
 */
package org.copsuite.syntax;
