/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import org.copsuite.question.PostFiles.Added;

/** A file that was added to a post. */
record FileJson(String name, String type, long size, boolean image, String markup)
{
    static FileJson of(Added file)
    {
        return new FileJson(file.name(), file.type(), file.size(), file.image(), file.markup());
    }
}
