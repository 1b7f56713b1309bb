/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.util.UUID;

/** A question that is held back before it is published. */
record HeldJson(UUID id, String url)
{
}
