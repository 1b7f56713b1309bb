/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.xar;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;

/**
 * A page in a XAR.
 *
 * @param id the page to import to
 * @param language the language of a translation, empty for the page itself
 * @param title its title
 * @param content its text
 * @param hidden whether lists omit it
 * @param objects its objects
 * @param attachments its files
 */
record XarPage(PageId id, String language, String title, String content, boolean hidden, List<XarObject> objects,
    List<XarAttachment> attachments)
{
    private static final String PREFIX = Suite.SPACE + ".";

    private static final String SUFFIX = "Class";

    private static final String ID = "id";

    /**
     * An object.
     *
     * @param className its class, for example {@code CoP.QuestionClass}
     * @param properties the values of its properties
     */
    record XarObject(String className, Map<String, String> properties)
    {
    }

    /**
     * A file.
     *
     * @param name its name
     * @param content its content
     */
    record XarAttachment(String name, byte[] content)
    {
    }

    /** @return the suite's object on the page: {@code CoP.QuestionClass} becomes the type {@code question} */
    Optional<PageObject> object()
    {
        for (XarObject object : this.objects) {
            String name = object.className();
            String id = object.properties().getOrDefault(ID, "");
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && isUuid(id)) {
                String type = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
                Map<String, String> others = new HashMap<>(object.properties());
                others.remove(ID);
                return Optional.of(new PageObject(type.substring(0, 1).toLowerCase(Locale.ROOT)
                    + type.substring(1), UUID.fromString(id), others));
            }
        }
        return Optional.empty();
    }

    private static boolean isUuid(String text)
    {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
