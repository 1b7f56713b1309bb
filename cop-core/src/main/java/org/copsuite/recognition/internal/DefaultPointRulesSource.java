/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.Properties;

import javax.inject.Singleton;

import org.copsuite.recognition.PointRulesSource;
import org.xwiki.component.annotation.Component;

/** Where a binding knows no place for a wiki's own rules: the suite's are in force. */
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
