/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of questions, answers, comments, votes, their files and their feeds.
 */
package org.copsuite.rest.question;
