/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.util.UUID;


import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A post with the id of its question. */
record AnswerJson(@JsonUnwrapped PostJson post, UUID question)
{
}
