/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import javax.inject.Named;
import javax.inject.Singleton;
import javax.ws.rs.Path;

import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.handover.HandoverResource;
import org.xwiki.component.annotation.Component;
import org.xwiki.rest.XWikiRestComponent;

/** Registers the resource for handovers in XWiki. */
@Component(roles = XWikiRestComponent.class)
@Named("org.copsuite.xwiki.rest.XWikiHandoverResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class XWikiHandoverResource extends HandoverResource implements XWikiRestComponent
{
}
