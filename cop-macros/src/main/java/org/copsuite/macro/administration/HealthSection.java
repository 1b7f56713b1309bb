/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.administration;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.health.Health;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the health of the suite. */
@Component
@Named(HealthSection.HINT)
@Singleton
public class HealthSection implements AdministrationSection
{
    /** Hint of the section. */
    public static final String HINT = "health";

    @Inject
    private Printer printer;

    @Inject
    private Provider<Health> health;

    @Inject
    private Provider<Suite> suite;

    @Override
    public int order()
    {
        return 600;
    }

    @Override
    public boolean showsWhereOff()
    {
        return true;
    }

    @Override
    public Html print()
    {
        Health.Report report = this.health.get().report(this.printer.wiki());
        return this.printer.print("administration/health", "suiteOn", this.suite.get().isOn(this.printer.wiki()),
            "health", report, "indexState", report.index().orElse(null), "repair", report.repair().orElse(null),
            "indexing", report.indexing().orElse(null), "reconciled", report.reconciled().orElse(null),
            "nextReconciliation", report.next().orElse(null), "connections", report.connections().orElse(null));
    }
}
