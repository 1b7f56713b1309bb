/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

import org.copsuite.CopException;
import org.copsuite.rest.ProblemAnswers;
import org.xwiki.component.annotation.Component;
import org.xwiki.rest.XWikiRestComponent;

/**
 * Maps the suite's exceptions to responses in XWiki. A mapper cannot be bound to single resources, and XWiki's own
 * resources belong to the same application, so it maps only {@link CopException}. XWiki responds to and logs all other
 * failures.
 */
@Component(roles = XWikiRestComponent.class)
@Named("org.copsuite.xwiki.rest.RefusalMapper")
@Singleton
@Provider
public class RefusalMapper implements ExceptionMapper<CopException>, XWikiRestComponent
{
    @Inject
    private ProblemAnswers answers;

    @Override
    public Response toResponse(CopException refusal)
    {
        return this.answers.refusal(refusal);
    }
}
