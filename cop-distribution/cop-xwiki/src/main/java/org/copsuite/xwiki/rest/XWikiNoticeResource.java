/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import javax.inject.Named;
import javax.inject.Singleton;
import javax.ws.rs.Path;

import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.notice.NoticeResource;
import org.xwiki.component.annotation.Component;
import org.xwiki.rest.XWikiRestComponent;

/** Registers the resource for watched targets and notices in XWiki. */
@Component(roles = XWikiRestComponent.class)
@Named("org.copsuite.xwiki.rest.XWikiNoticeResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class XWikiNoticeResource extends NoticeResource implements XWikiRestComponent
{
}
