/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.copsuite.embedded.Decision.COMMUNITY;
import static org.copsuite.embedded.Decision.FACILITATOR;
import static org.copsuite.embedded.Decision.MEMBERS;
import static org.copsuite.embedded.Decision.SECRET;
import static org.copsuite.embedded.Decision.WATCHERS;
import static org.copsuite.embedded.Decision.WIKI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.copsuite.CopException;
import org.copsuite.activity.ActivityService;
import org.copsuite.community.CommunityAccess;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.feedback.PollActs;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PollService.PollView;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.membership.MembershipActs;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.Invitation;
import org.copsuite.membership.MembershipService.InvitationState;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.test.Snapshot;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while people decide, before the first commit or just after any: with SIGKILL, so that nothing is
 * closed. Whoever saw no answer decides again. Afterwards each decision has been taken once.
 */
class KilledDecisionTest
{
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end()
    {
        this.processes.forEach(Process::destroyForcibly);
    }

    @Test
    void aMilestoneIsReachedOnce() throws Exception
    {
        int last = killAtEachMoment(Decision.MILESTONE);
        try (CopServer wiki = open()) {
            for (int number = 1; number <= last; number++) {
                UUID id = Decision.MILESTONE.id(number);
                UserId owner = Decision.owner(number);
                assertThat(wiki.get(MilestoneService.class).get(FACILITATOR, WIKI, id).state()).isEqualTo(State.REACHED);
                assertThat(entries(wiki, id, MilestoneActs.REACHED)).as("milestone %s", number).isEqualTo(1);
                // The first member works on it and watches, too.
                assertThat(notices(wiki, "MILESTONE_REACHED", id)).containsExactlyInAnyOrder(owner.value(),
                    MEMBERS.get(0).value(), MEMBERS.get(1).value());
                assertThat(rows(wiki, "select points from cop_points where epoch_day = -1 and person = '" + owner.value()
                    + "'")).as("points of %s", owner).isNotEmpty()
                        .allSatisfy(points -> assertThat(points).isEqualTo("{points=10}"));
            }
            assertThat(wiki.get(ActivityService.class).list(FACILITATOR, WIKI, COMMUNITY, null, 100).items().stream()
                .filter(one -> one.act().equals(MilestoneActs.REACHED.name()))).hasSize(last)
                .allSatisfy(one -> assertThat(one.times()).isEqualTo(1));
        }
    }

    @Test
    void aPollIsClosedOnce() throws Exception
    {
        int last = killAtEachMoment(Decision.POLL);
        try (CopServer wiki = open()) {
            for (int number = 1; number <= last; number++) {
                UUID id = Decision.POLL.id(number);
                PollView poll = wiki.get(PollService.class).get(FACILITATOR, WIKI, id);
                assertThat(poll.open()).isFalse();
                assertThat(poll.options()).as("poll %s", number).extracting(PollService.Option::votes)
                    .containsExactly(2, 3);
                assertThat(entries(wiki, id, PollActs.CLOSED)).as("poll %s", number).isEqualTo(1);
                assertThat(notices(wiki, "POLL_CLOSED", id)).containsExactlyInAnyOrderElementsOf(
                    MEMBERS.subList(0, WATCHERS).stream().map(UserId::value).toList());
            }
            assertThat(rows(wiki, "select person from cop_answered")).isEmpty();
        }
        try (Stream<Path> keys = Files.walk(this.folder.resolve("data"))) {
            assertThat(keys.filter(Files::isRegularFile).map(Path::toString).filter(file -> file.contains("seals")))
                .as("keys of closed polls").isEmpty();
        }
    }

    @Test
    void anInvitationIsUsedOnce() throws Exception
    {
        int last = killAtEachMoment(Decision.INVITATION);
        try (CopServer wiki = open()) {
            UserId second = Account.idOf("second");
            UserId late = Account.idOf("late");
            Decision.account(wiki, second);
            Decision.account(wiki, late);
            MembershipService service = wiki.get(MembershipService.class);
            service.accept(second, WIKI, Decision.INVITATION.id(last), SECRET);
            assertThatThrownBy(() -> service.accept(late, WIKI, Decision.INVITATION.id(last), SECRET))
                .isInstanceOfSatisfying(CopException.class,
                    refusal -> assertThat(refusal.getKind()).isEqualTo(CopException.Kind.CONFLICT));
            List<Invitation> invitations = service.invitations(FACILITATOR, WIKI, COMMUNITY, null, 100).items();
            for (int number = 1; number <= last; number++) {
                UUID id = Decision.INVITATION.id(number);
                int uses = number == last ? 2 : 1;
                assertThat(invitations).filteredOn(one -> one.id().equals(id)).singleElement().satisfies(one -> {
                    assertThat(one.accepted()).as("uses of %s", one.id()).isEqualTo(uses);
                    assertThat(one.state()).isEqualTo(uses == 2 ? InvitationState.USED_UP : InvitationState.OPEN);
                });
                assertThat(entries(wiki, id, MembershipActs.INVITATION_ACCEPTED)).isEqualTo(uses);
                UserId joiner = Decision.joiner(number);
                assertThat(wiki.get(CommunityAccess.class).members(WIKI, COMMUNITY, Set.of(joiner))).hasSize(1);
                assertThat(rows(wiki, "select act from cop_ledger where actor = '" + joiner.value() + "'"))
                    .as("what %s did", joiner)
                    .containsExactlyInAnyOrder("{act=joined}", "{act=invitation-accepted}");
            }
        }
    }

    /**
     * Kills a process at the first moment of a decision, the next one at the second, and so on.
     *
     * @return how many decisions were taken; the last one was not disturbed
     */
    private int killAtEachMoment(Decision decision) throws Exception
    {
        List<String> moments = new ArrayList<>();
        String moment = "";
        for (int number = 1; !moment.equals(StandingDecision.OVER); number++) {
            moment = kill(decision, number);
            moments.add(moment);
        }
        assertThat(moments).as("%s", moments).hasSizeGreaterThan(3);
        return moments.size();
    }

    private String kill(Decision decision, int number) throws Exception
    {
        Path log = this.folder.resolve(number + ".log");
        Path sign = this.folder.resolve(number + ".sign");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dcop.log=DEBUG",
            "-Dlogback.configurationFile=logback.xml", "-cp", System.getProperty("java.class.path"),
            StandingDecision.class.getName(), this.folder.resolve("data").toString(), decision.name(),
            String.valueOf(number), String.valueOf(number), sign.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        this.processes.add(process);
        Awaitility.await().atMost(PATIENCE).until(() -> isWritten(sign) || !process.isAlive());
        assertThat(isWritten(sign)).as(Files.readString(log)).isTrue();
        String moment = Files.readString(sign);
        if (!moment.equals(StandingDecision.OVER)) {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).as("the log of a process killed %s", moment)
            .contains("DEBUG").doesNotContain("ERROR", "WARN", "\tat ", SECRET, "@example.org", "Purple", "Yellow");
        return moment;
    }

    private static boolean isWritten(Path sign) throws IOException
    {
        return Files.exists(sign) && Files.size(sign) > 0;
    }

    private CopServer open() throws Exception
    {
        CopServer wiki = CopServer.open(WikiOptions.at(this.folder.resolve("data")));
        assertThat(wiki.get(LedgerConsumers.class).await(PATIENCE)).isTrue();
        return wiki;
    }

    private static long entries(CopServer wiki, UUID subject, ActType<?> act)
    {
        return wiki.get(Ledger.class).about(WIKI, subject).stream()
            .filter(entry -> entry.getActName().equals(act.name())).count();
    }

    /** @return the recipients of the notices of a type about a thing */
    private static List<String> notices(CopServer wiki, String type, UUID subject) throws Exception
    {
        return rows(wiki, "select person from cop_notice where kind = '" + type + "' and subject = '" + subject + "'").stream()
            .map(row -> row.substring("{person=".length(), row.length() - 1)).toList();
    }

    private static List<String> rows(CopServer wiki, String sql) throws Exception
    {
        try (Connection connection = wiki.get(WikiDatabase.class).dataSource().getConnection()) {
            return Snapshot.rows(connection, sql);
        }
    }
}
