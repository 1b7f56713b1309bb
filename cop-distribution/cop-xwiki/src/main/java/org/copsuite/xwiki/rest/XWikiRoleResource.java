/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import javax.inject.Named;
import javax.inject.Singleton;
import javax.ws.rs.Path;

import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.community.RoleResource;
import org.xwiki.component.annotation.Component;
import org.xwiki.rest.XWikiRestComponent;

/** Registers the resource for roles in communities in XWiki. */
@Component(roles = XWikiRestComponent.class)
@Named("org.copsuite.xwiki.rest.XWikiRoleResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class XWikiRoleResource extends RoleResource implements XWikiRestComponent
{
}
