/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import org.xwiki.component.annotation.Role;

/**
 * Marks components that a binding registers with its JAX-RS application: resources ({@code @Path}), filters and mappers
 * ({@code @Provider}). The binding registers the instances, each a singleton; their paths start below the REST root,
 * with {@code wikis/{wiki}/cop}.
 */
@Role
public interface CopRestComponent
{
    /** Path of the suite's resources below the REST root: XWiki takes the wiki from this path only. */
    String ROOT = "wikis/{wiki}/cop";
}
