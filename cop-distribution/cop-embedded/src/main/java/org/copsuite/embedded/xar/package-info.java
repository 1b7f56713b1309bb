/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the import of XARs, the same files that XWiki installs. Reads a XAR and writes its pages to the embedded
 * wiki, except those that people have changed since the last import. Export and the content of the pages do not belong
 * here.
 */
package org.copsuite.embedded.xar;
