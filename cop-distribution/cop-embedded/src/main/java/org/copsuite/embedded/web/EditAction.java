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

/** Shows the form in which a page, there already or new, is written. */
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
        Optional<Page> page = writable(id);
        EditForm.Typed typed = page.map(EditForm.Typed::of)
            .orElseGet(() -> new EditForm.Typed(exchange.parameter("title"), "", "", false, ""));
        this.form.show(exchange, id, page.orElse(null), typed, Map.of(), 200);
    }

    /**
     * @param id a page
     * @return the page as it is, if it is there
     * @throws WebException if the person may not write there
     */
    Optional<Page> writable(PageId id) throws WebException
    {
        this.guard.require(Right.VIEW, id);
        Optional<Page> page = this.pages.load(id);
        if (page.isPresent() ? !this.guard.mayEdit(id) : !this.guard.may(Right.EDIT, id)) {
            throw WebException.forbidden();
        }
        return page;
    }
}
