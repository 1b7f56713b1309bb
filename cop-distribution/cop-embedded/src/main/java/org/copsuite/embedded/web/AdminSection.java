/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import org.copsuite.embedded.store.RefusedException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/** A part of the administration; that the person is an administrator was checked. */
@Role
public interface AdminSection
{
    /**
     * @param exchange the exchange
     * @param error why the last act was refused, may be empty: what was typed is then shown again
     * @return the section
     * @throws WebException if the request names what is not there
     */
    Html show(Exchange exchange, String error) throws WebException;

    /**
     * Does what a form asked for.
     *
     * @param exchange the exchange
     * @return what was done, a word that the next page explains
     * @throws RefusedException if it was refused, with the reason
     * @throws WebException if the request names what is not there
     */
    String act(Exchange exchange) throws RefusedException, WebException;

    /**
     * @param exchange the exchange
     * @return where the browser goes when it was done
     */
    String after(Exchange exchange);
}
