/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition;

import java.util.Properties;

import org.xwiki.component.annotation.Role;

/**
 * Source of a wiki's own point rules, which override the suite's. A binding that has a location for them replaces the
 * default component.
 */
@Role
public interface PointRulesSource
{
    /** Name of the file: the suite's own is a resource of that name, a wiki's own is in its data folder. */
    String FILE = "cop-rules.properties";

    /**
     * @return the wiki's own rules, in the format of the suite's file; missing ones are the suite's. Empty if there are
     *         none
     */
    Properties own();
}
