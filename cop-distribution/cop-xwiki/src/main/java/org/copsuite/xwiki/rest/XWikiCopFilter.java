/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import javax.inject.Named;
import javax.inject.Singleton;
import javax.ws.rs.ext.Provider;

import org.copsuite.rest.Cop;
import org.copsuite.rest.CopFilter;
import org.xwiki.component.annotation.Component;
import org.xwiki.rest.XWikiRestComponent;

/**
 * Registers the filter for the suite's resources in XWiki. It is bound to them, since XWiki's own resources belong to
 * the same application.
 */
@Component(roles = XWikiRestComponent.class)
@Named("org.copsuite.xwiki.rest.XWikiCopFilter")
@Singleton
@Cop
@Provider
public class XWikiCopFilter extends CopFilter implements XWikiRestComponent
{
}
