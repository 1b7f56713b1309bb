/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.db.ReadMemo;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.NoCommunityException;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.macro.spi.CommunitySubpage;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.xwiki.component.annotation.Component;

/** Shows a community. The URL parameter {@code cop-view} selects its members or the form that changes it. */
@Component
@Named("cop-community")
@Singleton
public class CommunityMacro extends AbstractCopMacro<CommunityParameters>
{
    private static final int QUESTIONS = 15;

    @Inject
    private CommunityFragments fragments;

    @Inject
    private HomePanels panels;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Map<String, CommunitySubpage>> subpages;

    /** Declares the name, description and parameters. */
    public CommunityMacro()
    {
        super("Community", "Shows the home of a community: purpose, questions, people. Its members and settings open there.",
            CommunityParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(CommunityParameters parameters) throws CopException, WrongParameterException
    {
        try (ReadMemo.Scope page = ReadMemo.open()) {
            return print(parameters);
        }
    }

    private Html print(CommunityParameters parameters) throws CopException, WrongParameterException
    {
        CommunityView named = input().community("community", parameters.getCommunity());
        CommunityView community = named == null ? input().communityAround() : named;
        if (community == null) {
            throw new NoCommunityException();
        }
        boolean own = community.page().equals(input().page());
        String view = own ? input().asked("view") : "";
        if ("members".equals(view)) {
            return this.fragments.members(community.id(), input().asked("role", null, Role.class),
                input().askedOrNull("after"));
        }
        if ("edit".equals(view)) {
            return this.fragments.edit(community.id());
        }
        CommunitySubpage subpage = this.subpages.get().get(view);
        if (subpage != null) {
            return subpage.print(community, input().askedOrNull("after"));
        }
        ListQuery query = new ListQuery(printer().wiki(), community.id(), input().askedOrNull("tag"), null,
            input().asked("state", null, State.class), input().asked("order", Order.NEWEST, Order.class),
            input().askedOrNull("after"), QUESTIONS);
        List<String> chosen =
            MacroInput.isBlank(parameters.getPanels()) ? null : HomePanels.parse(parameters.getPanels());
        Html home = this.fragments.home(community, query, !own, chosen);
        return chosen == null ? home : new Html(warning(chosen).value() + home.value());
    }

    /** Tells those who can mend the page which panels it names in vain, such as those of an uninstalled extension. */
    private Html warning(List<String> chosen)
    {
        List<String> unknown = this.panels.unknown(chosen);
        PageId page = input().page();
        if (unknown.isEmpty() || page == null || !this.access.get().has(printer().reader(), Right.EDIT, page)) {
            return Html.EMPTY;
        }
        return printer().print("part/message", "kind", "error", "message", printer().text("cop.community.error.panels",
            String.join(", ", unknown), String.join(", ", this.panels.known().keySet())));
    }
}
