/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.administration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.health.Health;
import org.copsuite.macro.fragment.PageAddresses;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.question.QuestionService;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.removal.Removal;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/**
 * Prints the administration: the switches of the suite, of recognition and of down votes, the rebuild and the health
 * report.
 */
@Component(roles = OperationFragments.class)
@Singleton
public class OperationFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<Removal> removal;

    @Inject
    private Provider<RecognitionService> recognition;

    @Inject
    private Provider<QuestionService> questions;

    @Inject
    private Provider<Health> health;

    /**
     * @return the whole administration
     * @throws CopException SIGN_IN for a guest; FORBIDDEN if the reader does not administer the wiki
     */
    public Html page() throws CopException
    {
        return print("admin/page");
    }

    /**
     * @return the progress of the rebuild, and the forms that start and interrupt it
     * @throws CopException as {@link #page()}
     */
    public Html rebuild() throws CopException
    {
        return print("admin/rebuild");
    }

    /**
     * @return the switch of the suite
     * @throws CopException as {@link #page()}
     */
    public Html suite() throws CopException
    {
        return print("admin/suite");
    }

    /**
     * Finds a space by the text that an administrator typed.
     *
     * @param typed a reference in this wiki ({@code Projects.Care}, also with the wiki, also of the home page), or the
     *            URL of a page in the space
     * @return the space, which need not exist
     * @throws CopException INVALID for the field {@code space}
     */
    public SpaceId space(String typed) throws CopException
    {
        String name = typed.strip();
        String wiki = this.printer.wiki();
        Optional<SpaceId> found;
        if (name.contains("/")) {
            found = PageAddresses.page(this.printer.links(), wiki, name).map(PageId::space);
        } else {
            found = reference(wiki, name);
        }
        return found.filter(space -> !space.isWiki() && space.wiki().equals(wiki))
            .orElseThrow(() -> CopException.invalid("space", "cop.community.error.adopt.missing"));
    }

    private static Optional<SpaceId> reference(String wiki, String name)
    {
        try {
            String local = name.startsWith(wiki + ':') ? name.substring(wiki.length() + 1) : name;
            SpaceId space = SpaceId.parse(wiki + ':' + local);
            boolean home = !space.isWiki() && PageId.HOME.equals(space.path().get(space.path().size() - 1));
            return Optional.of(home ? space.parent() : space);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * @return what a removal of the suite deletes, and what it retains
     * @throws CopException as {@link #page()}
     */
    public Html removal() throws CopException
    {
        return print("admin/removal");
    }

    /**
     * @return the health report
     * @throws CopException as {@link #page()}
     */
    public Html health() throws CopException
    {
        return print("admin/health");
    }

    /**
     * @return the switch and the rules of recognition
     * @throws CopException as {@link #page()}
     */
    public Html recognition() throws CopException
    {
        return print("admin/recognition");
    }

    /**
     * @return the switch of down votes
     * @throws CopException as {@link #page()}
     */
    public Html votes() throws CopException
    {
        return print("admin/votes");
    }

    /** @throws CopException SIGN_IN for a guest; FORBIDDEN if the reader does not administer the wiki */
    public void checkAdministrator() throws CopException
    {
        CopException.requireAccount(this.printer.reader());
        if (!this.access.get().has(this.printer.reader(), Right.ADMINISTER, SpaceId.of(this.printer.wiki()))) {
            throw CopException.forbidden();
        }
    }

    private Html print(String template) throws CopException
    {
        checkAdministrator();
        String wiki = this.printer.wiki();
        PointRules rules = this.recognition.get().rules();
        List<Rule> earned = rules.points().entrySet().stream()
            .map(rule -> new Rule(this.printer.text("cop.rule." + rule.getKey()), rule.getValue(),
                rules.capped().contains(rule.getKey())))
            .sorted(Comparator.comparingInt(Rule::points).reversed().thenComparing(Rule::name)).toList();
        Health.Report report = this.health.get().report(wiki);
        return this.printer.print(template, "suiteOn", this.suite.get().isOn(wiki), "on",
            this.recognition.get().isOn(wiki), "rules", rules, "earned", earned, "downVotes",
            this.questions.get().hasDownVotes(wiki), "progress", report.rebuild().orElse(null), "health", report,
            "indexState", report.index().orElse(null), "repair", report.repair().orElse(null), "indexing",
            report.indexing().orElse(null), "reconciled", report.reconciled().orElse(null),
            "nextReconciliation", report.next().orElse(null), "connections", report.connections().orElse(null), "mayDecide",
            this.removal.get().mayDecide(this.printer.reader(), wiki), "purging", this.removal.get().isPurging());
    }

    /**
     * Row of the table of point rules.
     *
     * @param name the name of the act, in the reader's language
     * @param points its points
     * @param capped whether the daily limit applies to it
     */
    public record Rule(String name, int points, boolean capped)
    {
    }
}
