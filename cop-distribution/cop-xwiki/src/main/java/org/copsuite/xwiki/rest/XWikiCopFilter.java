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
 * In XWiki: the filter around the suite's resources, bound to them only, since XWiki's own are in the same application.
 */
@Component(roles = XWikiRestComponent.class)
@Named("org.copsuite.xwiki.rest.XWikiCopFilter")
@Singleton
@Cop
@Provider
public class XWikiCopFilter extends CopFilter implements XWikiRestComponent
{
}
