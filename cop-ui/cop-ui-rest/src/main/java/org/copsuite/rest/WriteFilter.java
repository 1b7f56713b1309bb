/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import javax.inject.Named;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;

import org.xwiki.component.annotation.Component;

/** Filter of writes for bindings whose JAX-RS injects the servlet's request. */
@Component
@Named("org.copsuite.rest.WriteFilter")
@Singleton
@Writes
@javax.ws.rs.ext.Provider
public class WriteFilter extends AbstractWriteFilter
{
    @Context
    private HttpServletRequest request;

    @Override
    protected HttpServletRequest servletRequest()
    {
        return this.request;
    }
}
