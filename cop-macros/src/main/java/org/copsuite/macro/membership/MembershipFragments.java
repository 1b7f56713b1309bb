/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.membership;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.JoinRequest;
import org.copsuite.membership.MembershipService.Offer;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/** Prints requests to join and invitations. */
@Component(roles = MembershipFragments.class)
@Singleton
public class MembershipFragments
{
    private static final int REQUESTS = 20;

    private static final int INVITATIONS = 30;

    private static final String COMMUNITY = "community";

    @Inject
    private Printer printer;

    @Inject
    private Provider<MembershipService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param id a community
     * @return how the reader can join it, or the requests that the reader can answer; also if there is nothing to say
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it
     */
    public Html joining(CommunityId id) throws CopException
    {
        return print(this.communities.get().get(this.printer.reader(), this.printer.wiki(), id));
    }

    /**
     * @param community a community
     * @return the same for its home page: empty if there is nothing to say
     * @throws CopException never, since the list starts at its beginning
     */
    Html panel(CommunityView community) throws CopException
    {
        boolean manages = community.mayManageMembers() && community.joining() == Joining.REQUEST;
        boolean outside = community.mine() == null && !community.mayManageMembers() && !this.printer.reader().isGuest()
            && community.joining() != Joining.OPEN;
        List<JoinRequest> requests = manages ? open(community).items() : List.of();
        return outside || !requests.isEmpty() ? print(community, requests) : Html.EMPTY;
    }

    private Slice<JoinRequest> open(CommunityView community) throws CopException
    {
        return this.service.get().requests(this.printer.reader(), this.printer.wiki(), community.id(), null, REQUESTS);
    }

    private Html print(CommunityView community) throws CopException
    {
        return print(community, community.mayManageMembers() ? open(community).items() : List.of());
    }

    private Html print(CommunityView community, List<JoinRequest> requests) throws CopException
    {
        boolean outside = community.mine() == null && !this.printer.reader().isGuest();
        List<Offer> offers = outside
            ? this.service.get().offers(this.printer.reader(), this.printer.wiki(), community.id()) : List.of();
        JoinRequest own = outside && community.joining() == Joining.REQUEST ? this.service.get()
            .ownRequest(this.printer.reader(), this.printer.wiki(), community.id()).orElse(null) : null;
        return this.printer.print("membership/joining", COMMUNITY, community, "requests",
            requests, "own", own, "offers", offers);
    }

    /**
     * @param id a community
     * @param after the cursor, {@code null} at the start
     * @param created a link to show once, {@code null} for none
     * @return its invitations, and the forms that invite
     * @throws CopException NOT_FOUND, FORBIDDEN if the reader does not manage its members; INVALID for a cursor of
     *             another list
     */
    public Html invitations(CommunityId id, String after, String created) throws CopException
    {
        CommunityView community = this.communities.get().get(this.printer.reader(), this.printer.wiki(), id);
        return this.printer.print("membership/invitations", COMMUNITY, community, "slice", this.service.get()
            .invitations(this.printer.reader(), this.printer.wiki(), id, after, INVITATIONS), "created", created,
            "secret", this.service.get().newSecret(), "days", MembershipService.DAYS_MAXIMUM, "uses",
            MembershipService.USES_MAXIMUM);
    }

    /**
     * @param invitation the id of an invitation by link
     * @param secret its secret
     * @return the absolute URL of the link
     */
    public String link(UUID invitation, String secret)
    {
        return this.printer.links().absolute(this.printer.links().action(
            SpaceId.of(this.printer.wiki(), Suite.SPACE).page("Invitations"), "view",
            Map.of("cop-invitation", invitation.toString(), "cop-secret", secret)));
    }

    /**
     * @return the invitations and requests of the reader
     * @throws CopException SIGN_IN for a guest
     */
    public Html own() throws CopException
    {
        return own(null, null);
    }

    /**
     * @param linked the id of an invitation by link, {@code null} for none
     * @param secret its secret
     * @return that invitation, and the invitations and requests of the reader
     * @throws CopException SIGN_IN for a guest; as {@link MembershipService#offer}
     */
    Html own(UUID linked, String secret) throws CopException
    {
        if (this.printer.reader().isGuest()) {
            throw CopException.signIn();
        }
        Offer offer = linked == null ? null
            : this.service.get().offer(this.printer.reader(), this.printer.wiki(), linked, secret);
        return this.printer.print("membership/own", "linked", offer, "secret", secret, "offers",
            this.service.get().offers(this.printer.reader(), this.printer.wiki()), "requests",
            this.service.get().ownRequests(this.printer.reader(), this.printer.wiki()));
    }
}
