/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageObject;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Maps the suite's page objects to XWiki's objects: the type {@code question} is the class {@code CoP.QuestionClass},
 * the UUID is its property {@code id}.
 */
final class PageObjects
{
    /** The property that holds the UUID. */
    static final String ID = "id";

    private static final String SUFFIX = "Class";

    private PageObjects()
    {
    }

    /**
     * @param type the type of an object
     * @return the reference to its class, relative to the current wiki
     */
    static LocalDocumentReference classOf(String type)
    {
        return new LocalDocumentReference(Suite.SPACE, className(type));
    }

    /**
     * @param type the type of an object
     * @return the full name of its class, as XWiki's tables store it
     */
    static String fullClassName(String type)
    {
        return Suite.SPACE + '.' + className(type);
    }

    /**
     * @param type the type of an object
     * @return the full name of the sheet that shows pages with the object
     */
    static String sheetOf(String type)
    {
        return Suite.SPACE + '.' + capitalised(type) + "Sheet";
    }

    /**
     * @param type the type of an object
     * @return the reference to the template of pages with the object, relative to the current wiki
     */
    static LocalDocumentReference templateOf(String type)
    {
        return new LocalDocumentReference(Suite.SPACE, capitalised(type) + "Template");
    }

    /**
     * @param type the type of an object
     * @return the reference to the page that offers the template, relative to the current wiki
     */
    static LocalDocumentReference templateProviderOf(String type)
    {
        return new LocalDocumentReference(Suite.SPACE, capitalised(type) + "TemplateProvider");
    }

    private static String className(String type)
    {
        return capitalised(type) + SUFFIX;
    }

    private static String capitalised(String type)
    {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }

    /**
     * @param xclass a class
     * @return whether it is a class of the suite's objects
     */
    static boolean isOurs(DocumentReference xclass)
    {
        return type(xclass).isPresent();
    }

    private static Optional<String> type(DocumentReference xclass)
    {
        String name = xclass.getName();
        List<? extends EntityReference> spaces = xclass.getSpaceReferences();
        if (spaces.size() != 1 || !Suite.SPACE.equals(spaces.get(0).getName()) || !name.endsWith(SUFFIX)
            || name.length() == SUFFIX.length()) {
            return Optional.empty();
        }
        return Optional.of(name.substring(0, 1).toLowerCase(Locale.ROOT)
            + name.substring(1, name.length() - SUFFIX.length()));
    }

    /**
     * @param document a page
     * @return the first of the suite's objects on the page that has a valid id; empty if there is none
     */
    static Optional<PageObject> read(XWikiDocument document)
    {
        for (Map.Entry<DocumentReference, List<BaseObject>> objects : document.getXObjects().entrySet()) {
            Optional<String> type = type(objects.getKey());
            if (type.isPresent()) {
                for (BaseObject object : objects.getValue()) {
                    // XWiki leaves null where an object was removed.
                    Optional<PageObject> read = object == null ? Optional.empty() : read(type.get(), object);
                    if (read.isPresent()) {
                        return read;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PageObject> read(String type, BaseObject object)
    {
        UUID id;
        try {
            id = UUID.fromString(object.getStringValue(ID));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Map<String, String> properties = new HashMap<>();
        for (String name : object.getPropertyList()) {
            if (!ID.equals(name)) {
                properties.put(name, object.getStringValue(name));
            }
        }
        return Optional.of(new PageObject(type, id, properties));
    }

    /**
     * Writes an object to a page; replaces an existing one of the same type.
     *
     * @param document the page, a clone
     * @param object the object
     * @param context XWiki's context
     * @throws XWikiException if the class does not exist
     */
    static void write(XWikiDocument document, PageObject object, XWikiContext context) throws XWikiException
    {
        LocalDocumentReference type = classOf(object.type());
        BaseObject written = document.getXObject(type);
        if (written == null) {
            written = document.newXObject(type, context);
        }
        written.setStringValue(ID, object.id().toString());
        for (Map.Entry<String, String> property : object.properties().entrySet()) {
            written.setLargeStringValue(property.getKey(), property.getValue());
        }
    }
}
