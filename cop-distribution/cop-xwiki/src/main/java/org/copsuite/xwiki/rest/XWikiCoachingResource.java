/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import javax.inject.Named;
import javax.inject.Singleton;
import javax.ws.rs.Path;

import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.coaching.CoachingResource;
import org.xwiki.component.annotation.Component;
import org.xwiki.rest.XWikiRestComponent;

/** Registers the resource for coaching in XWiki. */
@Component(roles = XWikiRestComponent.class)
@Named("org.copsuite.xwiki.rest.XWikiCoachingResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class XWikiCoachingResource extends CoachingResource implements XWikiRestComponent
{
}
