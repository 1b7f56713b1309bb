/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The samples of a new embedded wiki: people and four communities with questions and answers. The classes parse the
 * resource files beside this package and install their content. The texts themselves belong to those files.
 */
package org.copsuite.embedded.sample;
