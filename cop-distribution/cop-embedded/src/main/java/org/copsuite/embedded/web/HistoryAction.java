/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages.Revision;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Lists the versions of a page, newest first. */
@Component
@Named("history")
@Singleton
public class HistoryAction extends PageAction
{
    private static final int SHOWN = 50;

    @Inject
    private People people;

    /**
     * A version in the list.
     *
     * @param revision the version
     * @param author the name of the person who saved it
     * @param url the URL that shows it
     */
    public record RevisionLine(Revision revision, String author, String url)
    {
    }

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        Page page = viewable(exchange);
        String before = exchange.parameter("before");
        List<Revision> all = this.store.history(page.id(), before.matches("\\d{1,9}\\.\\d{1,9}") ? before : "", SHOWN + 1);
        List<Revision> shown = all.subList(0, Math.min(all.size(), SHOWN));
        Map<UserId, Person> authors = this.people.find(shown.stream().map(Revision::author).distinct().toList());
        Map<String, Object> values = new HashMap<>();
        values.put("revisions", shown.stream().map(revision -> new RevisionLine(revision,
            authors.containsKey(revision.author()) ? authors.get(revision.author()).name()
                : text("embedded.somebody"),
            this.links.action(page.id(), "view", Map.of("rev", revision.version())))).toList());
        values.put("diff", url(page.id(), "diff"));
        values.put("older", all.size() > SHOWN
            ? this.links.action(page.id(), "history", Map.of("before", shown.get(SHOWN - 1).version())) : "");
        values.put("restore", this.guard.mayEdit(page.id()) ? url(page.id(), "restore") : "");
        values.put("token", this.guard.mayEdit(page.id()) ? this.requests.token() : "");
        values.put("version", page.version());
        values.put("back", this.links.view(page.id()));
        this.layout.send(exchange,
            View.of(text("embedded.history.title", Layout.title(page)), print("history", values), page));
    }
}
