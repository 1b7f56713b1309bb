/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.IOException;

import org.xwiki.component.annotation.Role;

/** An action on a page, at the addresses {@code /bin/<hint>/...}. The hint is that of the component. */
@Role
public interface Action
{
    /**
     * Processes a request. The servlet has checked the form token of a POST before.
     *
     * @param exchange the request and its response, with the page that the path names
     * @throws WebException if the action is refused; the servlet shows the reason
     * @throws IOException if the browser has disconnected
     */
    void run(Exchange exchange) throws WebException, IOException;
}
