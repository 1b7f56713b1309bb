/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.founding;

/** An item of the checklist of a community in preparation. */
record LaunchItemJson(String name, boolean done, String url)
{
}
