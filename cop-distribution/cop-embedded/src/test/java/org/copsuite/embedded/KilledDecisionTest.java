/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.commons.io.FileUtils;
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
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.membership.MembershipActs;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.Invitation;
import org.copsuite.membership.MembershipService.InvitationState;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.rota.RotaActs;
import org.copsuite.rota.RotaService;
import org.copsuite.test.Snapshot;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that ends while people decide, before the first commit or just after any, without closing anything. Whoever saw
 * no answer decides again. Afterwards each decision has been taken once.
 * <p>
 * The process is stopped at each of these moments and its data folder copied: the copy has what SIGKILL would have left then.
 */
class KilledDecisionTest
{
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The decision during which the process ended, and the next one, which nothing disturbs. */
    private static final int LAST = StandingDecision.NUMBER + 1;

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void end()
    {
        if (this.process != null) {
            this.process.destroyForcibly();
        }
    }

    /** What holds once the decisions were taken. */
    @FunctionalInterface
    private interface Check
    {
        void check(CopServer wiki, Path data) throws Exception;
    }

    @Test
    void aMilestoneIsReachedOnce() throws Exception
    {
        endAtEachMoment(Decision.MILESTONE, (wiki, data) -> {
            for (int number = 1; number <= LAST; number++) {
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
                .filter(one -> one.act().equals(MilestoneActs.REACHED.name()))).hasSize(LAST)
                .allSatisfy(one -> assertThat(one.times()).isEqualTo(1));
        });
    }

    @Test
    void aPollIsClosedOnce() throws Exception
    {
        endWhileAPollCloses(Decision.POLL);
    }

    @Test
    void aPollWhoseLastDayIsOverIsClosedOnce() throws Exception
    {
        endWhileAPollCloses(Decision.POLL_AT_NIGHT);
    }

    private void endWhileAPollCloses(Decision decision) throws Exception
    {
        endAtEachMoment(decision, (wiki, data) -> {
            for (int number = 1; number <= LAST; number++) {
                UUID id = decision.id(number);
                PollView poll = wiki.get(PollService.class).get(FACILITATOR, WIKI, id);
                assertThat(poll.open()).isFalse();
                assertThat(poll.options()).as("poll %s", number).extracting(PollService.Option::votes)
                    .containsExactly(2, 3);
                assertThat(entries(wiki, id, PollActs.CLOSED)).as("poll %s", number).isEqualTo(1);
                assertThat(notices(wiki, "POLL_CLOSED", id)).containsExactlyInAnyOrderElementsOf(
                    MEMBERS.subList(0, WATCHERS).stream().map(UserId::value).toList());
            }
            assertThat(rows(wiki, "select person from cop_answered")).isEmpty();
            try (Stream<Path> keys = Files.walk(data)) {
                assertThat(keys.filter(Files::isRegularFile).map(Path::toString).filter(file -> file.contains("seals")))
                    .as("keys of closed polls").isEmpty();
            }
        });
    }

    @Test
    void whoLeadsSoonIsToldOnce() throws Exception
    {
        endAtEachMoment(Decision.REMINDER, (wiki, data) -> {
            UUID rota = wiki.get(RotaService.class).of(FACILITATOR, WIKI, COMMUNITY).orElseThrow().id();
            List<LocalDate> dates = List.of(LocalDate.now(ZoneOffset.UTC).plusDays(1), LocalDate.now(ZoneOffset.UTC).plusDays(3));
            assertThat(wiki.get(Ledger.class).about(WIKI, rota).stream().filter(entry -> entry.is(RotaActs.REMINDED)))
                .extracting(LedgerEntry::getBeneficiary, entry -> entry.detail(RotaActs.REMINDED))
                .containsExactlyInAnyOrder(tuple(MEMBERS.get(0), dates.get(0)), tuple(MEMBERS.get(1), dates.get(1)),
                    tuple(MEMBERS.get(1), dates.get(0)), tuple(MEMBERS.get(0), dates.get(1)));
            assertThat(notices(wiki, "ROTA_SOON", rota)).containsExactlyInAnyOrder(MEMBERS.get(0).value(),
                MEMBERS.get(0).value(), MEMBERS.get(1).value(), MEMBERS.get(1).value());
        });
    }

    @Test
    void anInvitationIsUsedOnce() throws Exception
    {
        endAtEachMoment(Decision.INVITATION, (wiki, data) -> {
            UserId second = Account.idOf("second");
            UserId late = Account.idOf("late");
            Decision.account(wiki, second);
            Decision.account(wiki, late);
            MembershipService service = wiki.get(MembershipService.class);
            service.accept(second, WIKI, Decision.INVITATION.id(StandingDecision.NUMBER), SECRET);
            assertThatThrownBy(() -> service.accept(late, WIKI, Decision.INVITATION.id(StandingDecision.NUMBER), SECRET))
                .isInstanceOfSatisfying(CopException.class,
                    refusal -> assertThat(refusal.getKind()).isEqualTo(CopException.Kind.CONFLICT));
            List<Invitation> invitations = service.invitations(FACILITATOR, WIKI, COMMUNITY, null, 100).items();
            for (int number = 1; number <= LAST; number++) {
                UUID id = Decision.INVITATION.id(number);
                int uses = number == StandingDecision.NUMBER ? 2 : 1;
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
        });
    }

    /** Ends a process at each moment of a decision, decides again after each of these ends, and then the next time. */
    private void endAtEachMoment(Decision decision, Check check) throws Exception
    {
        List<String> moments = copyAtEachMoment(decision);
        assertThat(moments).as("%s", moments).hasSizeGreaterThan(2);
        for (int i = 0; i < moments.size(); i++) {
            try (ProductLog log = new ProductLog(); CopServer wiki = CopServer.open(WikiOptions.at(copy(i)))) {
                decision.take(wiki, StandingDecision.NUMBER);
                decision.prepare(wiki, LAST);
                StandingDecision.await(wiki);
                decision.take(wiki, LAST);
                StandingDecision.await(wiki);
                check.check(wiki, copy(i));
                assertHarmless(log.text());
            } catch (AssertionError e) {
                throw new AssertionError("Killed " + moments.get(i), e);
            }
        }
    }

    /** @return the moments of a decision, of each of which there is a copy now */
    private List<String> copyAtEachMoment(Decision decision) throws Exception
    {
        Path log = this.folder.resolve("log");
        Path data = this.folder.resolve("data");
        Path signs = Files.createDirectory(this.folder.resolve("signs"));
        this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dcop.log=DEBUG", "-Dlogback.configurationFile=logback.xml",
            "-cp", System.getProperty("java.class.path"), StandingDecision.class.getName(), data.toString(),
            decision.name(), signs.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Path over = signs.resolve(StandingDecision.OVER);
        List<String> moments = new ArrayList<>();
        while (!Files.exists(over)) {
            Path sign = signs.resolve(String.valueOf(moments.size() + 1));
            Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE)
                .until(() -> isWritten(sign) || Files.exists(over) || !this.process.isAlive());
            assertThat(isWritten(sign) || Files.exists(over)).as(Files.readString(log)).isTrue();
            if (isWritten(sign)) {
                signal("STOP");
                FileUtils.copyDirectory(data.toFile(), copy(moments.size()).toFile());
                signal("CONT");
                moments.add(Files.readString(sign));
                this.process.getOutputStream().write('\n');
                this.process.getOutputStream().flush();
            }
        }
        assertThat(this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertHarmless(Files.readString(log));
        return moments;
    }

    private Path copy(int moment)
    {
        return this.folder.resolve("killed-" + moment);
    }

    /** Stops all threads of the process, so that none writes while its files are copied, or lets them go on. */
    private void signal(String name) throws Exception
    {
        assertThat(new ProcessBuilder("sh", "-c", "kill -" + name + ' ' + this.process.pid()).start().waitFor()).isZero();
    }

    private static boolean isWritten(Path sign) throws IOException
    {
        return Files.exists(sign) && Files.size(sign) > 0;
    }

    private static void assertHarmless(String log)
    {
        assertThat(log).contains("DEBUG").doesNotContain("ERROR", "WARN", "\tat ", SECRET, "@example.org", "Purple", "Yellow");
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
