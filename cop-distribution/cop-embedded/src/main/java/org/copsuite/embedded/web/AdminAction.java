/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.store.RefusedException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the administration, which consists of sections, and processes its forms. */
@Component
@Named("admin")
@Singleton
public class AdminAction extends PageAction
{
    /** The sections in the order of their tabs. */
    private static final List<String> SECTION_NAMES = List.of("accounts", "groups", "rights", "settings", "suite");

    @Inject
    private Map<String, AdminSection> sections;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        this.guard.requireAdministrator();
        String requested = exchange.parameter("section");
        String name = SECTION_NAMES.contains(requested) ? requested : SECTION_NAMES.get(0);
        AdminSection section = this.sections.get(name);
        String error = "";
        if (exchange.isPost()) {
            try {
                String done = section.act(exchange);
                this.layout.redirect(exchange, section.after(exchange), done);
                return;
            } catch (RefusedException e) {
                error = text(e.getKey(), e.getArguments());
            }
        }
        Html content = section.show(exchange, error);
        Html whole = print("admin", Map.of("sections", SECTION_NAMES.stream()
            .map(one -> new Tab(one, text("embedded.admin." + one), one.equals(name))).toList(), "error", error,
            "content", content));
        this.layout.send(exchange, View.of(text("embedded.nav.admin"), whole).with(error.isEmpty() ? 200 : 400));
    }

    /**
     * A tab.
     *
     * @param name the name of the section
     * @param label the translated label
     * @param active whether this section is shown
     */
    public record Tab(String name, String label, boolean active)
    {
    }
}
