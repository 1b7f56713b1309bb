/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.Properties;

import javax.inject.Singleton;

import org.copsuite.recognition.PointRulesSource;
import org.xwiki.component.annotation.Component;

/** Source without rules, for bindings that have no location for a wiki's own: the suite's rules apply. */
@Component
@Singleton
public class DefaultPointRulesSource implements PointRulesSource
{
    @Override
    public Properties own()
    {
        return new Properties();
    }
}
