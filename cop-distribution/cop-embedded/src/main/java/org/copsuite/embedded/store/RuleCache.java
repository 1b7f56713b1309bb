/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Rule.Everyone;
import org.copsuite.embedded.store.Rule.Group;
import org.copsuite.embedded.store.Rule.SignedIn;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/** The rules, cached in memory: there are only as many as protected spaces, and each request reads them. */
@Component(roles = RuleCache.class)
@Singleton
public class RuleCache implements Initializable
{
    private static final SpaceId WIKI = SpaceId.of(WikiOptions.WIKI);

    /** Everyone may view; accounts may comment and edit. */
    private static final List<Rule> OPEN =
        List.of(Rule.allow(new Everyone(), Right.VIEW),
            Rule.allow(new SignedIn(), Right.VIEW, Right.COMMENT, Right.EDIT));

    /** Everyone may view, only administrators may edit: technical pages, such as sheets, and profiles. */
    private static final List<Rule> TECHNICAL = List.of(Rule.allow(new Everyone(), Right.VIEW));

    private static final Map<SpaceId, List<Rule>> FIRST =
        Map.of(WIKI, OPEN, Account.SPACE, TECHNICAL, SpaceId.of(WikiOptions.WIKI, Suite.SPACE), TECHNICAL);

    @Inject
    private WikiDatabase database;

    @Inject
    private PageChanges changes;

    private final List<Consumer<SpaceId>> listeners = new CopyOnWriteArrayList<>();

    private volatile Map<SpaceId, List<Rule>> rules = Map.of();

    /**
     * The rules that move with a space.
     *
     * @param before the rules by their old space
     * @param after the same rules by their new space
     */
    record Move(Map<SpaceId, List<Rule>> before, Map<SpaceId, List<Rule>> after)
    {
        static final Move NOTHING = new Move(Map.of(), Map.of());
    }

    @Override
    public void initialize()
    {
        Map<SpaceId, List<Rule>> stored = stored();
        if (stored.isEmpty()) {
            this.database.transaction(s -> {
                for (Map.Entry<SpaceId, List<Rule>> first : FIRST.entrySet()) {
                    write(s, first.getKey(), first.getValue());
                }
                return FIRST;
            });
            stored.putAll(FIRST);
        }
        this.rules = Map.copyOf(stored);
    }

    private Map<SpaceId, List<Rule>> stored()
    {
        Map<SpaceId, List<Rule>> stored = new HashMap<>();
        this.database.run(s -> s.list("select space, rules from wiki_rules",
            row -> stored.put(SpaceId.parse(row.getString("space")), RuleText.read(row.getString("rules"))) == null));
        return stored;
    }

    Optional<List<Rule>> own(SpaceId space)
    {
        return Optional.ofNullable(this.rules.get(space));
    }

    /** @return the spaces that have their own rules, with these rules */
    public Map<SpaceId, List<Rule>> all()
    {
        return this.rules;
    }

    /**
     * @param space any space
     * @return the innermost space with its own rules among the space and its parents
     */
    public SpaceId deciding(SpaceId space)
    {
        Map<SpaceId, List<Rule>> now = this.rules;
        SpaceId candidate = space;
        while (!candidate.isWiki() && !now.containsKey(candidate)) {
            candidate = candidate.parent();
        }
        return candidate;
    }

    /**
     * Sets the rules of a space.
     *
     * @param space the space
     * @param own the rules
     */
    public void set(SpaceId space, List<Rule> own)
    {
        PageWrite.checkPlace(space.page(PageId.HOME));
        change(Map.of(space, List.copyOf(own)), Set.of());
        notifyListeners(space);
    }

    void remove(SpaceId space)
    {
        if (space.isWiki()) {
            set(space, OPEN);
        } else if (this.rules.containsKey(space)) {
            change(Map.of(), Set.of(space));
            notifyListeners(space);
        }
    }

    /** Removes the rules that name a group. */
    void forget(GroupId group)
    {
        Group gone = new Group(group);
        for (Map.Entry<SpaceId, List<Rule>> entry : this.rules.entrySet()) {
            if (entry.getValue().stream().anyMatch(rule -> rule.subject().equals(gone))) {
                set(entry.getKey(),
                    entry.getValue().stream().filter(rule -> !rule.subject().equals(gone)).toList());
            }
        }
    }

    /** @param listener called with each space whose rules have changed */
    public void listen(Consumer<SpaceId> listener)
    {
        this.listeners.add(listener);
    }

    private synchronized void change(Map<SpaceId, List<Rule>> added, Set<SpaceId> removed)
    {
        this.database.transaction(s -> {
            for (SpaceId space : removed) {
                s.update("delete from wiki_rules where space = ?", space.toString());
            }
            for (Map.Entry<SpaceId, List<Rule>> entry : added.entrySet()) {
                write(s, entry.getKey(), entry.getValue());
            }
            return added;
        });
        updateCache(added, removed);
    }

    private synchronized void updateCache(Map<SpaceId, List<Rule>> added, Set<SpaceId> removed)
    {
        Map<SpaceId, List<Rule>> next = new HashMap<>(this.rules);
        next.keySet().removeAll(removed);
        next.putAll(added);
        this.rules = Map.copyOf(next);
    }

    private static void write(Statements s, SpaceId space, List<Rule> own) throws SQLException
    {
        String text = RuleText.write(own);
        if (s.update("update wiki_rules set rules = ? where space = ?", text, space.toString()) == 0) {
            s.update("insert into wiki_rules (space, rules) values (?, ?)", space.toString(), text);
        }
    }

    private void notifyListeners(SpaceId space)
    {
        // The change is committed: a listener that fails must not make it look failed.
        this.listeners.forEach(listener -> this.changes.guard(space.page(PageId.HOME),
            () -> listener.accept(space)));
    }

    /** Begins the move of a space: the rules apply at the target too, in memory, before the first page is there. */
    Move move(SpaceId from, SpaceId to)
    {
        Map<SpaceId, List<Rule>> before = new HashMap<>();
        Map<SpaceId, List<Rule>> after = new HashMap<>();
        this.rules.forEach((space, own) -> {
            if (from.contains(space)) {
                before.put(space, own);
                after.put(PageMover.rebase(space, from, to), own);
            }
        });
        Move move = new Move(before, after);
        updateCache(after, Set.of());
        return move;
    }

    /** Writes the rules of a move, in the transaction that moves the pages. */
    void write(Statements s, Move move) throws SQLException
    {
        for (SpaceId space : move.before().keySet()) {
            s.update("delete from wiki_rules where space = ?", space.toString());
        }
        for (Map.Entry<SpaceId, List<Rule>> entry : move.after().entrySet()) {
            write(s, entry.getKey(), entry.getValue());
        }
    }

    /** Completes a move that was committed, or reverts it. */
    void end(Move move, boolean committed)
    {
        if (!committed) {
            reload();
        } else if (!move.before().isEmpty()) {
            updateCache(Map.of(), move.before().keySet());
            move.before().keySet().forEach(this::notifyListeners);
            move.after().keySet().forEach(this::notifyListeners);
        }
    }

    private synchronized void reload()
    {
        this.rules = Map.copyOf(stored());
    }
}
