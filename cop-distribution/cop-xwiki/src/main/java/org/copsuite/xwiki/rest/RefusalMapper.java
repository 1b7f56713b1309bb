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
 * In XWiki: says what the suite refused. A mapper cannot be bound to resources, and XWiki's own are in the same
 * application, so it maps only the suite's own exception; what else fails is answered and logged by XWiki.
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
