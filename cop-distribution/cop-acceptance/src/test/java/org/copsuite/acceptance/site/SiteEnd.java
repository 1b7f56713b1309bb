/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Puts the wiki in order after the last test of a process; at the process's own end there would be no time for it. */
public final class SiteEnd implements LauncherSessionListener
{
    @Override
    public void launcherSessionClosed(LauncherSession session)
    {
        Site.end();
    }
}
