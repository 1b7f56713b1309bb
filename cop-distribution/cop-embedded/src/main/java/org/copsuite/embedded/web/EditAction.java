/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.xwiki.component.annotation.Component;

/** Shows the editor of an existing or a new page. */
@Component
@Named("edit")
@Singleton
public class EditAction extends PageAction
{
    @Inject
    private EditForm form;

    @Override
    public void run(Exchange exchange) throws WebException, IOException
    {
        PageId id = id(exchange);
        Optional<PageId> moved = this.guard.moved(id);
        if (moved.isPresent()) {
            throw new MovedException(moved.get());
        }
        Optional<Page> page = writable(id);
        EditForm.Typed typed = page.map(EditForm.Typed::of)
            .orElseGet(() -> new EditForm.Typed(exchange.parameter("title"), "", "", false, ""));
        this.form.show(exchange, id, page.orElse(null), typed, Map.of(), 200);
    }

    /**
     * @param id the id of a page
     * @return the current page, empty if it does not exist
     * @throws WebException if the person may not edit or create it
     */
    Optional<Page> writable(PageId id) throws WebException
    {
        Optional<Page> page = this.guard.find(id);
        if (page.isPresent() && !this.guard.mayEdit(id)) {
            throw WebException.forbidden();
        }
        if (page.isEmpty() && !this.guard.isOffered(id) && !mayCreate(id)) {
            throw WebException.notFound();
        }
        return page;
    }

    /**
     * @param id the id of a page that does not exist
     * @return whether the person may create it
     */
    boolean mayCreate(PageId id)
    {
        return this.guard.may(Right.VIEW, id) && this.guard.may(Right.EDIT, id);
    }
}
