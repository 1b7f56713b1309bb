/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.db.IdCondition;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Absences;
import org.copsuite.person.Persons;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Rota;
import org.copsuite.rota.RotaService.Swap;
import org.copsuite.rota.RotaService.Turn;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads rotas, in a bounded number of statements, and computes who leads. */
@Component(roles = RotaReader.class)
@Singleton
public class RotaReader
{
    private static final String WIKI = "wiki";

    private static final String ROTA = "rota";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityService communities;

    @Inject
    private CommunityAccess access;

    @Inject
    private Absences absences;

    @Inject
    private Persons persons;

    static LocalDate today()
    {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Optional<Rota> of(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        CommunityView view = this.communities.get(reader, wiki, community);
        return row(wiki, community).map(row -> rota(reader, row,
            view.permissions().contains(CommunityPermission.MANAGE_MILESTONES)));
    }

    /** @return the row of a community's rota, detached; NOT permission-filtered */
    Optional<RotaRow> row(WikiId wiki, CommunityId community)
    {
        return this.ledger.read(session -> {
            Optional<RotaRow> found = session
                .createQuery("from RotaRow where wiki = :wiki and community = :community and deleted = false", RotaRow.class)
                .setParameter(WIKI, wiki.value()).setParameter("community", community.value()).setMaxResults(1)
                .uniqueResultOptional();
            found.ifPresent(session::evict);
            return found;
        });
    }

    /** @return rotas that have not ended; NOT permission-filtered */
    List<RotaRow> rows(WikiId wiki, Collection<UUID> ids)
    {
        return this.ledger.read(session -> IdCondition.list(ids, some -> session
            .createQuery("from RotaRow r where " + IdCondition.condition(session, "r", some) + " and r.deleted = false",
                RotaRow.class).setParameter(WIKI, wiki.value())));
    }

    /** @return who leads, from what the transaction of the thread sees; NOT permission-filtered */
    Schedule schedule(RotaRow row)
    {
        WikiId wiki = new WikiId(row.wiki);
        Map<Integer, UserId> swapped = new HashMap<>();
        this.ledger.read(session -> session
            .createQuery("from RotaDayRow where wiki = :wiki and rota = :rota and onDay >= :today", RotaDayRow.class)
            .setParameter(WIKI, row.wiki).setParameter(ROTA, row.id)
            .setParameter("today", (int) today().toEpochDay()).getResultList())
            .forEach(day -> swapped.put(day.onDay, new UserId(day.person)));
        Map<UserId, Person> people = this.persons.find(row.order());
        Set<UserId> members = this.access.members(wiki, new CommunityId(row.community), row.order()).stream()
            .filter(member -> people.get(member).active()).collect(Collectors.toSet());
        return new Schedule(row.plan(), swapped, members, this.absences.find(wiki, row.order()));
    }

    private Rota rota(UserId reader, RotaRow row, boolean mayPlan)
    {
        Schedule schedule = schedule(row);
        Map<UserId, Person> people = this.persons.find(new LinkedHashSet<>(row.order()));
        List<Turn> turns = Schedule.dates(row.plan(), today(), RotaService.DATES).stream().map(day -> {
            UserId leader = schedule.leader(day).orElse(null);
            UserId owner = schedule.owner(day);
            return new Turn(day, people.get(leader), reader.isGuest() || owner.equals(leader) ? null
                : people.get(owner), reader.equals(leader));
        }).toList();
        List<Swap> swaps = row.order().contains(reader) ? swaps(reader, row, people) : List.of();
        return new Rota(row.id, new CommunityId(row.community), row.title, LocalDate.ofEpochDay(row.firstDay),
            row.everyDays, row.order().stream().map(people::get).toList(), String.valueOf(row.sequence), turns, swaps,
            mayPlan);
    }

    private List<Swap> swaps(UserId reader, RotaRow row, Map<UserId, Person> people)
    {
        return this.ledger.read(session -> session
            .createQuery("from RotaSwapRow where wiki = :wiki and rota = :rota and answer is null and firstDay >= :today "
                + "and secondDay >= :today and (proposer = :reader or asked = :reader) order by firstDay, id",
                RotaSwapRow.class)
            .setParameter(WIKI, row.wiki).setParameter(ROTA, row.id).setParameter("reader", reader.value())
            .setParameter("today", (int) today().toEpochDay()).setMaxResults(2 * RotaService.DATES).getResultStream()
            .map(swap -> new Swap(swap.id, people.get(new UserId(swap.proposer)), people.get(new UserId(swap.asked)),
                LocalDate.ofEpochDay(swap.firstDay), LocalDate.ofEpochDay(swap.secondDay),
                swap.asked.equals(reader.value()), swap.proposer.equals(reader.value()))).toList());
    }
}
