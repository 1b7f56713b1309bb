/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.HashMap;
import java.util.Map;

import org.xwiki.rendering.util.IdGenerator;

/**
 * Ids of the headings and pictures of one text, the same as XWiki's. XWiki tries -1, -2, -3 ... for each of a thousand
 * equal headings; this generator remembers the last number.
 */
public class TextIds extends IdGenerator
{
    private final Map<String, Integer> given = new HashMap<>();

    @Override
    public String generateUniqueId(String prefix, String text)
    {
        int before = this.given.merge(prefix + text, 1, Integer::sum) - 1;
        return super.generateUniqueId(prefix, before == 0 ? text : text + '-' + before);
    }
}
