/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Checks permissions and delegates. */
@Component
@Singleton
public class DefaultRecognitionService implements RecognitionService
{
    @Inject
    private ThanksWriter thanking;

    @Inject
    private ThanksReader thanksReader;

    @Inject
    private Leaderboard leaderboard;

    @Inject
    private ContributionsReader contributions;

    @Inject
    private Settings settings;

    @Inject
    private PointRulesLoader rules;

    @Inject
    private PointsRecount recount;

    @Inject
    private Access access;

    @Override
    public void thank(UserId actor, Thanks thanks) throws CopException
    {
        this.thanking.thank(actor, thanks);
    }

    @Override
    public void withdrawThanks(UserId actor, WikiId wiki, UUID thanks) throws CopException
    {
        this.thanking.takeBack(actor, wiki, thanks);
    }

    @Override
    public Slice<ThanksView> thanks(UserId reader, WikiId wiki, CommunityId community, UserId to, String after,
        int limit)
        throws CopException
    {
        return isOn(wiki) ? this.thanksReader.list(reader, wiki, community, to, after, limit)
            : new Slice<>(List.of(), null);
    }

    @Override
    public List<Standing> leaderboard(UserId reader, WikiId wiki, CommunityId community, Period period, int limit)
    {
        this.recount.checkRules(wiki);
        return isOn(wiki) ? this.leaderboard.of(reader, wiki, community, period, limit) : List.of();
    }

    @Override
    public List<ThanksView> latestThanks(UserId reader, CommunityView community, int limit)
    {
        return isOn(community.page().wiki()) ? this.thanksReader.latest(community, limit) : List.of();
    }

    @Override
    public List<Leader> leaders(CommunityView community, Period period, int limit)
    {
        WikiId wiki = community.page().wiki();
        this.recount.checkRules(wiki);
        return isOn(wiki) ? this.leaderboard.leaders(wiki, community.id(), period, limit) : List.of();
    }

    @Override
    public Contributions contributions(UserId actor, WikiId wiki) throws CopException
    {
        CopException.requireAccount(actor);
        this.recount.checkRules(wiki);
        return this.contributions.of(actor, wiki);
    }

    @Override
    public boolean isOn(WikiId wiki)
    {
        return this.settings.get(RecognitionSettings.ON, wiki);
    }

    @Override
    public void setOn(UserId actor, WikiId wiki, boolean on) throws CopException
    {
        Administrators.require(this.access, wiki, actor);
        this.settings.set(RecognitionSettings.ON, SettingTarget.wiki(wiki), on);
    }

    @Override
    public void setTakesPart(UserId actor, WikiId wiki, boolean takesPart) throws CopException
    {
        CopException.requireAccount(actor);
        this.settings.set(RecognitionSettings.LEFT, SettingTarget.person(wiki, actor), !takesPart);
    }

    @Override
    public boolean takesPart(WikiId wiki, UserId person)
    {
        return !this.settings.get(RecognitionSettings.LEFT, wiki, person);
    }

    @Override
    public PointRules rules()
    {
        return this.rules.get();
    }
}
