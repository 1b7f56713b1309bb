/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.RowKey;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.page.RowRights.RightsChange;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Writes the columns of milestones that come from their pages, and no others. Editors of the wiki write anything into
 * the object of a page: what is malformed or beyond a limit counts as missing.
 */
@Component(roles = MilestonePages.class)
@Singleton
public class MilestonePages
{
    /** The space that holds the milestones of a community or a holder, inside its space. */
    static final String SPACE = "Milestones";

    private static final String DUE = "due";

    private static final String OWNER = "owner";

    private static final String PEOPLE = "people";

    private static final String ITEMS = "items";

    private static final String TARGET = "target";

    private static final String UNIT = "unit";

    /**
     * To whom the items of a new milestone are given, so that a crash between the page and the ledger loses nothing: a
     * line for each, with the position of the item, its date and its owner. Later changes are in the ledger only.
     */
    private static final String GIVEN = "itemOwners";

    /** The properties of the page object. */
    static final List<String> PROPERTIES = List.of(DUE, OWNER, PEOPLE, ITEMS, GIVEN, TARGET, UNIT);

    private static final int TITLE = 255;

    private static final int LAST_YEAR = 9999;

    /** A day, in milliseconds. */
    private static final long DAY = 86_400_000;

    /** The position of open milestones without a date, behind all dates; the last position of open ones. */
    static final long UNDATED = 5_000_000;

    /** The position in front of which the milestones that are not open stand, those that ended last first. */
    private static final long ENDED = 20_000_000;

    @Inject
    private Access access;

    /** @return the object of a page */
    static PageObject object(UUID id, MilestoneForm form)
    {
        return new PageObject(MilestonePageType.TYPE, id, Map.of(DUE, form.due().toString(), OWNER,
            form.owner() == null ? "" : form.owner().value(), PEOPLE,
            form.people().stream().map(UserId::value).collect(Collectors.joining("\n")), ITEMS,
            String.join("\n", form.items()), GIVEN, form.assignments().stream().map(given -> form.items().indexOf(given.item())
                + "|" + Objects.toString(given.due(), "") + '|' + (given.owner() == null ? "" : given.owner().value()))
                .collect(Collectors.joining("\n")), TARGET, form.target(), UNIT, form.unit()));
    }

    /** @return to whom the object of a new page gives the items of its row */
    static List<MilestoneForm.Given> given(PageObject object, MilestoneRow row)
    {
        Map<String, MilestoneForm.Given> given = new LinkedHashMap<>();
        for (String line : lines(object.get(GIVEN), Function.identity())) {
            String[] parts = line.split("\\|", 3);
            if (parts.length == 3 && parts[0].matches("[0-9]{1,2}") && Integer.parseInt(parts[0]) < row.items().size()) {
                String item = row.items().get(Integer.parseInt(parts[0]));
                LocalDate due = date(parts[1]).orElse(null);
                UserId owner = ids(parts[2]).stream().findFirst().map(UserId::new).orElse(null);
                if (due != null || owner != null) {
                    given.putIfAbsent(item, new MilestoneForm.Given(item, owner, due));
                }
            }
        }
        return List.copyOf(given.values());
    }

    /**
     * Inserts the row of a milestone, or updates it from its page.
     *
     * @param community the community whose space holds the page
     * @param holder what holds it inside the community, {@code null} for the community itself
     * @return the row, detached from the session
     */
    MilestoneRow write(Session session, Page page, UUID id, CommunityId community, UUID holder)
    {
        MilestoneRow row = session.get(MilestoneRow.class, new RowKey(page.id().wiki(), id));
        boolean isNew = row == null;
        if (isNew) {
            row = new MilestoneRow(page.id().wiki().value(), id);
            row.author = page.firstAuthor().value();
            row.created = page.created().toEpochMilli();
            row.since = row.created;
            reset(row);
        }
        row.community = community.value();
        row.holder = holder;
        copy(page, row);
        row.done = done(session, row);
        row.order = place(row);
        if (isNew) {
            session.persist(row);
        }
        session.flush();
        session.evict(row);
        return row;
    }

    /** Sets everything that comes from the ledger to the state of a new milestone. */
    static void reset(MilestoneRow row)
    {
        row.state = State.PLANNED.name();
        row.reason = "";
        row.now = "0";
        row.reachedSequence = null;
        row.deleted = false;
    }

    private void copy(Page page, MilestoneRow row)
    {
        PageObject object = page.object().orElseThrow();
        String title = PlainText.line(page.title());
        row.page = page.id().toString();
        row.space = this.access.decidingSpace(page.id()).toString();
        row.ownRights = this.access.hasOwnRights(page.id());
        row.title = PlainText.cut(title.isEmpty() ? page.id().name() : title, TITLE);
        row.body = PlainText.block(page.content());
        row.version = page.version();
        row.due = date(object.get(DUE)).map(LocalDate::toEpochDay).orElse(null);
        row.owner = ids(object.get(OWNER)).stream().findFirst().orElse(null);
        row.people = ids(object.get(PEOPLE)).stream().filter(id -> !id.equals(row.owner))
            .limit(MilestoneService.PEOPLE_MAXIMUM).collect(Collectors.joining("\n"));
        row.target = number(object.get(TARGET)).filter(target -> target.signum() > 0).map(MilestonePages::plain)
            .orElse(null);
        row.unit = PlainText.cut(PlainText.line(object.get(UNIT)), MilestoneService.UNIT_MAXIMUM);
        row.items = row.target != null ? ""
            : items(object.get(ITEMS)).stream().limit(MilestoneService.ITEMS_MAXIMUM).collect(Collectors.joining("\n"));
    }

    /** @return the date, if the text is one up to the year 9999 */
    static Optional<LocalDate> date(String text)
    {
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                .filter(date -> date.getYear() > 0 && date.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            // No date: the milestone has none.
            return Optional.empty();
        }
    }

    /** @return the number, if the text is one up to the largest target with at most two decimals */
    static Optional<BigDecimal> number(String text)
    {
        String digits = text.strip().replace(',', '.');
        return digits.matches("[0-9]{1,9}(\\.[0-9]{1,2})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    static String plain(BigDecimal number)
    {
        return number.stripTrailingZeros().toPlainString();
    }

    /** @return the items of a checklist, each once */
    static List<String> items(String text)
    {
        return lines(text, item -> PlainText.cut(item, MilestoneService.ITEM_MAXIMUM));
    }

    private static List<String> ids(String text)
    {
        return lines(text, Function.identity()).stream().filter(id -> id.length() <= UserId.LONGEST).toList();
    }

    private static List<String> lines(String text, Function<String, String> form)
    {
        return PlainText.block(text).lines().map(PlainText::line).filter(line -> !line.isEmpty()).map(form).distinct()
            .toList();
    }

    /** Counts the items that are ticked. A tick of a text that the checklist no longer has does not count. */
    static int done(Session session, MilestoneRow row)
    {
        List<UUID> ids = row.items().stream().map(item -> MilestoneTickRow.idOf(row.id, item)).toList();
        return Chunks.of(ids).stream().mapToInt(some -> session
            .createQuery("select count(id) from MilestoneTickRow where wiki = :wiki and id in (:ids)", Long.class)
            .setParameter("wiki", row.wiki).setParameterList("ids", some).getSingleResult().intValue()).sum();
    }

    /** @return the position in lists: the open ones by their due date, then the others, those that ended last first */
    static long place(MilestoneRow row)
    {
        if (!row.state().isOpen()) {
            return ENDED - Math.floorDiv(row.since, DAY);
        }
        return row.due == null ? UNDATED : row.due;
    }

    /** Updates the deciding space of a milestone. */
    static void updateRights(Session session, RightsChange change)
    {
        session.createQuery("update MilestoneRow set space = :space, ownRights = :own where wiki = :wiki and id = :id")
            .setParameter("space", change.space().toString()).setParameter("own", change.ownRights())
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.id()).executeUpdate();
    }

    /** @return the row, detached from the session; {@code null} if there is none */
    static MilestoneRow findDetached(Session session, WikiId wiki, UUID id)
    {
        MilestoneRow row = find(session, wiki, id);
        if (row != null) {
            session.evict(row);
        }
        return row;
    }

    /** @return the row, attached to the session; {@code null} if there is none */
    static MilestoneRow find(Session session, WikiId wiki, UUID id)
    {
        return session.get(MilestoneRow.class, new RowKey(wiki, id));
    }
}
