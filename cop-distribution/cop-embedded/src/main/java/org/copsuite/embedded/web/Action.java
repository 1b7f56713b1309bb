/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import org.xwiki.component.annotation.Role;

/** What is done at {@code /bin/<hint>/...}. */
@Role
public interface Action
{
    /**
     * Answers. The servlet has checked the form token of a POST already.
     *
     * @param exchange the request and its response, whose page is the one that the path names
     * @throws WebException if it is refused; the servlet shows why
     * @throws IOException if the browser has gone
     */
    void run(Exchange exchange) throws WebException, IOException;
}
