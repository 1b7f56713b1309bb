/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.recognition;

/** Whether recognition is on, and whether one takes part. */
record RecognitionJson(boolean on, boolean takesPart)
{
}
