/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition;

import java.util.Properties;

import org.xwiki.component.annotation.Role;

/** Where a wiki's own rules are, which come before the suite's. A binding that knows a place for them replaces it. */
@Role
public interface PointRulesSource
{
    /** The name of the file: the suite's own is a resource of that name, a wiki's own lies beside its data. */
    String FILE = "cop-rules.properties";

    /** @return the wiki's own rules, as in the suite's file; those that are missing are the suite's. Empty for none */
    Properties own();
}
