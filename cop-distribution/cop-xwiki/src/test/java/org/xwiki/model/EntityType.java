/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.model;

/** Stands in for the platform's in tests: its constants are values. */
public enum EntityType
{
    WIKI, SPACE, DOCUMENT, ATTACHMENT, OBJECT, OBJECT_PROPERTY, CLASS_PROPERTY, BLOCK, PAGE, PAGE_ATTACHMENT, PAGE_OBJECT,
    PAGE_OBJECT_PROPERTY, PAGE_CLASS_PROPERTY
}
