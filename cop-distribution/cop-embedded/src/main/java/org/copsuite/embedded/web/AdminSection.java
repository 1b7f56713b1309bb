/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import org.copsuite.embedded.store.RefusedException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/** A section of the administration. The caller has checked that the person is an administrator. */
@Role
public interface AdminSection
{
    /**
     * @param exchange the exchange
     * @param error the reason why the last form was refused, empty if there is none; with a reason the section shows
     *            the submitted values again
     * @return the section
     * @throws WebException if the request names something that does not exist
     */
    Html show(Exchange exchange, String error) throws WebException;

    /**
     * Processes a submitted form.
     *
     * @param exchange the exchange
     * @return the outcome, as the end of a translation key that the next page shows
     * @throws RefusedException if the change is refused, with the reason
     * @throws WebException if the request names something that does not exist
     */
    String act(Exchange exchange) throws RefusedException, WebException;

    /**
     * @param exchange the exchange
     * @return the URL to which the browser is redirected after a successful change
     */
    String after(Exchange exchange);
}
