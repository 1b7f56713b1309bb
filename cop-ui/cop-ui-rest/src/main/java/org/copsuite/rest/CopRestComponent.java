/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import org.xwiki.component.annotation.Role;

/**
 * Marks what a binding registers with its JAX-RS application: resources ({@code @Path}) and filters and mappers
 * ({@code @Provider}). The binding registers the component instances, each a singleton; their paths start below the
 * REST root, with {@code wikis/{wiki}/cop}.
 */
@Role
public interface CopRestComponent
{
    /** Where our resources lie, below the REST root: XWiki takes the wiki from this path, and from no other. */
    String ROOT = "wikis/{wiki}/cop";
}
