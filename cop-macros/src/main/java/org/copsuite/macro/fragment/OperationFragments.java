/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.util.Map;
import java.util.TreeMap;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.Followers;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Rebuild;
import org.copsuite.question.QuestionService;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/** What administrators see: recognition's switch, that of votes down, the rebuild, and whether all is well. */
@Component(roles = OperationFragments.class)
@Singleton
public class OperationFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<RecognitionService> recognition;

    @Inject
    private Provider<QuestionService> questions;

    @Inject
    private Provider<Rebuild> rebuild;

    @Inject
    private Provider<Ledger> ledger;

    @Inject
    private Provider<Followers> followers;

    /**
     * @return all of it
     * @throws CopException SIGN_IN or FORBIDDEN for who does not administer the wiki
     */
    public Html page() throws CopException
    {
        return print("admin/page");
    }

    /**
     * @return how far the rebuild is, and what starts or interrupts it
     * @throws CopException as {@link #page()}
     */
    public Html rebuild() throws CopException
    {
        return print("admin/rebuild");
    }

    /**
     * @return recognition's switch and rules
     * @throws CopException as {@link #page()}
     */
    public Html recognition() throws CopException
    {
        return print("admin/recognition");
    }

    /**
     * @return the switch of votes down
     * @throws CopException as {@link #page()}
     */
    public Html votes() throws CopException
    {
        return print("admin/votes");
    }

    /** @throws CopException SIGN_IN or FORBIDDEN for who does not administer the wiki */
    public void checkAdministrator() throws CopException
    {
        if (this.printer.reader().isGuest()) {
            throw CopException.signIn();
        }
        if (!this.access.get().has(this.printer.reader(), Right.ADMINISTER, SpaceId.of(this.printer.wiki()))) {
            throw CopException.forbidden();
        }
    }

    private Html print(String template) throws CopException
    {
        checkAdministrator();
        String wiki = this.printer.wiki();
        PointRules rules = this.recognition.get().rules();
        Map<String, String> names = new TreeMap<>();
        rules.points().keySet().forEach(rule -> names.put(rule, this.printer.text("cop.rule." + rule)));
        return this.printer.print(template, "on", this.recognition.get().isOn(wiki), "rules", rules, "ruleNames", names,
            "downVotes", this.questions.get().hasDownVotes(wiki), "progress",
            this.rebuild.get().progress(wiki).orElse(null), "head", this.ledger.get().head(), "lag",
            new TreeMap<>(this.followers.get().lag()));
    }
}
