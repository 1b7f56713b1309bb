/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.question.QuestionService;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.removal.Removal;
import org.copsuite.setting.Setting;
import org.copsuite.setting.Setting.Authority;
import org.copsuite.setting.Setting.Scope;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
import org.copsuite.spi.SettingProvider;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class DefaultSettingsTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final SettingTarget OF_WIKI = SettingTarget.wiki(WIKI);

    private static final Setting<Integer> A_WEEK = Setting.number("test.week", 1, 50, 5, Scope.WIKI);

    private static final Setting<String> MOTTO = Setting.text("test.motto", 20, "", Scope.COMMUNITY);

    private static final Setting<Boolean> WATCHED =
        Setting.flag("test.watched", false, Scope.COMMUNITY).changedBy(Authority.ADMINISTRATOR);

    private static final Setting<Colour> COLOUR = Setting.choice("test.colour", Colour.BLUE, Scope.PERSON);

    private static final Setting<Boolean> OWN = Setting.flag("test.own", true, Scope.WIKI).withOwnForm();

    private final TestWiki wiki = new TestWiki();

    private final Settings settings = this.wiki.get(Settings.class);

    private final UserId admin = this.wiki.administrator("admin");

    private final UserId anna = this.wiki.account("anna");

    enum Colour
    {
        RED, BLUE
    }

    @BeforeEach
    void contribute()
    {
        this.wiki.with(SettingProvider.class, "test", () -> List.of(A_WEEK, MOTTO, WATCHED, COLOUR, OWN));
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    @Test
    void hasTheDefaultUntilItIsChanged() throws Exception
    {
        assertThat(this.settings.get(A_WEEK, WIKI)).isEqualTo(5);
        this.settings.change(this.admin, OF_WIKI, Map.of("test.week", " 7 "));
        assertThat(this.settings.get(A_WEEK, WIKI)).isEqualTo(7);
        assertThat(this.settings.get(A_WEEK, new WikiId("other"))).isEqualTo(5);
        this.settings.change(this.admin, OF_WIKI, Map.of("test.week", "5"));
        assertThat(this.wiki.database().query("select * from cop_setting")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "51", "", "five", "5.5", "99999999999"})
    void refusesANumberOutOfItsBounds(String typed)
    {
        CopException refusal = refusal(this.admin, OF_WIKI, Map.of("test.week", typed));
        assertThat(refusal.getFields().get("test.week").key()).isEqualTo("cop.setting.error.number");
        assertThat(refusal.getFields().get("test.week").arguments()).containsExactly(1, 50);
    }

    @Test
    void changesAllOrNone()
    {
        CopException refusal = refusal(this.admin, OF_WIKI,
            Map.of("test.week", "7", "question.down-votes", "perhaps", "no.such", "1", "test.own", "false"));
        assertThat(refusal.getFields()).containsOnlyKeys("question.down-votes", "no.such", "test.own");
        assertThat(refusal.getFields().get("question.down-votes").arguments()).containsExactly("true, false");
        assertThat(refusal.getFields().get("no.such").key()).isEqualTo("cop.setting.error.unknown");
        assertThat(this.settings.get(A_WEEK, WIKI)).isEqualTo(5);
    }

    @Test
    void aProviderChecksNewValuesOnly() throws Exception
    {
        Set<Object> refused = new HashSet<>();
        this.wiki.with(SettingProvider.class, "test", new SettingProvider()
        {
            @Override
            public List<Setting<?>> settings()
            {
                return List.of(A_WEEK);
            }

            @Override
            public void check(Setting<?> setting, Object value) throws CopException
            {
                if (refused.contains(value)) {
                    throw CopException.invalid(setting.key(), "test.refused");
                }
            }
        });
        this.settings.change(this.admin, OF_WIKI, Map.of("test.week", "7"));
        refused.addAll(List.of(7, 8));

        this.settings.change(this.admin, OF_WIKI, Map.of("test.week", "7"));
        assertThat(refusal(this.admin, OF_WIKI, Map.of("test.week", "8")).getFields().get("test.week").key())
            .isEqualTo("test.refused");
        assertThat(this.settings.get(A_WEEK, WIKI)).isEqualTo(7);
    }

    @Test
    void anAdministratorChangesTheSettingsOfAWiki()
    {
        assertThat(this.settings.mayChange(this.admin, A_WEEK, OF_WIKI)).isTrue();
        assertThat(this.settings.mayChange(this.anna, A_WEEK, OF_WIKI)).isFalse();
        assertThat(refusal(this.anna, OF_WIKI, Map.of("test.week", "7")).getKind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(refusal(UserId.GUEST, OF_WIKI, Map.of("test.week", "7")).getKind()).isEqualTo(Kind.SIGN_IN);
    }

    @Test
    void aFacilitatorChangesTheSettingsOfACommunity() throws Exception
    {
        CommunityService communities = this.wiki.get(CommunityService.class);
        UUID id = UUID.randomUUID();
        communities.found(this.admin,
            new CommunityDraft(new CommunityId(id), WIKI, "Care", "We care.", List.of("care"), Visibility.OPEN));
        SettingTarget care = SettingTarget.community(WIKI, new CommunityId(id));
        assertThat(refusal(this.anna, care, Map.of("test.motto", "Hello")).getKind()).isEqualTo(Kind.FORBIDDEN);

        communities.appoint(this.admin, new CommunityId(id), this.anna, Role.FACILITATOR);
        this.settings.change(this.anna, care, Map.of("test.motto", "Hello"));

        assertThat(this.settings.get(MOTTO, care)).isEqualTo("Hello");
        assertThat(this.settings.get(MOTTO, SettingTarget.community(WIKI, new CommunityId(UUID.randomUUID()))))
            .isEmpty();
        assertThat(refusal(this.anna, care, Map.of("test.motto", "x".repeat(21))).getFields().get("test.motto")
            .arguments()).containsExactly(20);
        assertThat(refusal(this.anna, care, Map.of("test.watched", "true")).getKind()).isEqualTo(Kind.FORBIDDEN);
        this.settings.change(this.admin, care, Map.of("test.watched", "on"));
        assertThat(this.settings.get(WATCHED, care)).isTrue();
        SettingTarget none = SettingTarget.community(WIKI, new CommunityId(UUID.randomUUID()));
        assertThat(refusal(this.admin, none, Map.of("test.motto", "Hello")).getKind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void peopleChangeTheirOwnSettings() throws Exception
    {
        SettingTarget annas = SettingTarget.person(WIKI, this.anna);
        this.settings.change(this.anna, annas, Map.of("test.colour", "Red"));
        assertThat(this.settings.get(COLOUR, WIKI, this.anna)).isEqualTo(Colour.RED);
        assertThat(this.settings.get(COLOUR, WIKI, this.admin)).isEqualTo(Colour.BLUE);
        assertThat(this.settings.get(COLOUR, WIKI, UserId.GUEST)).isEqualTo(Colour.BLUE);
        assertThat(this.settings.get(COLOUR, WIKI, new UserId("*"))).isEqualTo(Colour.BLUE);
        assertThat(this.settings.ofPeople(COLOUR, WIKI)).isEqualTo(Map.of(this.anna, Colour.RED));
        assertThat(refusal(this.admin, annas, Map.of("test.colour", "blue")).getKind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(refusal(this.anna, annas, Map.of("test.colour", "green")).getFields().get("test.colour")
            .arguments()).containsExactly("red, blue");
        for (UserId nobody : List.of(UserId.GUEST, new UserId("*"))) {
            assertThatThrownBy(() -> this.settings.set(COLOUR, SettingTarget.person(WIKI, nobody), Colour.RED))
                .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSettingHasOneScope()
    {
        assertThatThrownBy(() -> this.settings.get(COLOUR, WIKI)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MOTTO.changedBy(Authority.PERSON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(this.settings.declared(Scope.PERSON)).allMatch(setting -> setting.scope() == Scope.PERSON)
            .extracting(Setting::key).isSorted().contains("notice.mail", "recognition.left", "test.colour");
    }

    @Test
    void readsWhatEarlierVersionsStored()
    {
        store("*", "question.down-votes", "false");
        store("*", "recognition.on", "false");
        store("*", "suite", "off");
        store("*", "uninstall", "purge");
        store("*", "community.found", "accounts");
        store(this.anna.value(), "recognition.left", "true");
        store(this.anna.value(), "notice.mail", "DAILY");
        store("*", "test.week", "900");

        assertThat(this.wiki.get(QuestionService.class).hasDownVotes(WIKI)).isFalse();
        assertThat(this.wiki.get(RecognitionService.class).isOn(WIKI)).isFalse();
        assertThat(this.wiki.get(Suite.class).isOn(WIKI)).isFalse();
        assertThat(this.wiki.get(Removal.class).isPurging()).isTrue();
        assertThat(this.wiki.get(CommunityService.class).mayFound(this.anna, WIKI)).isTrue();
        assertThat(this.wiki.get(RecognitionService.class).takesPart(WIKI, this.anna)).isFalse();
        assertThat(this.wiki.get(RecognitionService.class).takesPart(WIKI, this.admin)).isTrue();
        assertThat(this.wiki.get(NoticeService.class).mailFrequency(this.anna, WIKI)).isEqualTo(MailFrequency.DAILY);
        assertThat(this.settings.get(A_WEEK, WIKI)).isEqualTo(5);
    }

    @Test
    void storesWhatEarlierVersionsRead() throws Exception
    {
        this.wiki.get(Suite.class).turn(WIKI, false);
        this.wiki.get(RecognitionService.class).setOn(this.admin, WIKI, false);
        this.wiki.get(RecognitionService.class).setTakesPart(this.anna, WIKI, false);
        this.wiki.get(NoticeService.class).setMailFrequency(this.anna, WIKI, MailFrequency.NONE);
        this.settings.change(this.admin, OF_WIKI, Map.of("question.down-votes", "false", "community.found", "true"));
        assertThat(this.wiki.database()
            .query("select concat(setting_name, '=', setting_value) as s from cop_setting order by setting_name"))
            .flatExtracting(Map::values)
            .containsExactly("community.found=accounts", "notice.mail=NONE", "question.down-votes=false",
                "recognition.left=true", "recognition.on=false", "suite=off");
    }

    private void store(String holder, String key, String value)
    {
        this.wiki.database().execute("insert into cop_setting (wiki, person, setting_name, setting_value) values ('"
            + WIKI + "', '" + holder + "', '" + key + "', '" + value + "')");
    }

    private CopException refusal(UserId actor, SettingTarget target, Map<String, String> typed)
    {
        return catchThrowableOfType(CopException.class, () -> this.settings.change(actor, target, typed));
    }
}
