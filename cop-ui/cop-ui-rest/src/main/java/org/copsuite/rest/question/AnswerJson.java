/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import org.copsuite.question.PostId;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A post with the id of its question. */
record AnswerJson(@JsonUnwrapped PostJson post, PostId question)
{
}
