/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.notice;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.ItemLinks;
import org.copsuite.Slice;
import org.copsuite.macro.notice.NoticeFragments;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchTarget;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SignedAddress;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.rest.notice.WatchedJson.WatchingJson;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The current person's notices, watched targets and mail preferences. */
@Component
@Named("org.copsuite.rest.notice.NoticeResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class NoticeResource extends AbstractResource
{
    private static final String MAIL = "mail";

    private static final String LAST = "last";

    private static final String ENDING = "notices/unsubscribing/{token}";

    private static final String WATCHING = "watching";

    @Inject
    private Provider<NoticeService> service;

    @Inject
    private Provider<WatchService> watches;

    @Inject
    private Provider<UnsubscribeTokens> unsubscribing;

    @Inject
    private NoticeFragments fragments;

    /** Lists the person's notices, newest first. */
    @GET
    @Path("notices")
    public Response notices(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("after") String after, @QueryParam("limit") String limit) throws CopException
    {
        return answer(request, () -> this.fragments.list(blankToNull(after), limit(limit), true), () -> {
            Slice<NoticeView> slice = this.service.get().list(actor(), wiki, blankToNull(after), limit(limit));
            return new NoticesJson(slice.items().stream().map(this::notice).toList(), slice.next(),
                this.service.get().unread(actor(), wiki));
        });
    }

    private NoticeJson notice(NoticeView notice)
    {
        String url = printer().links().absolute(ItemLinks.url(printer().links(), notice.page(), notice.anchor()));
        return NoticeJson.of(notice, url);
    }

    /** Marks one notice as read. */
    @POST
    @Path("notices/{id}/reading")
    @Writes
    public Response read(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        this.service.get().read(actor(), wiki, number(id));
        return notices(request, wiki, null, null);
    }

    /** Marks all notices as read, up to the {@code last} that was shown. */
    @POST
    @Path("notices/reading")
    @Writes
    public Response readAll(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        Input input = Input.of(request);
        signedIn();
        if (!input.has(LAST)) {
            throw CopException.invalid(LAST, "cop.error.missing");
        }
        this.service.get().readAll(actor(), wiki, number(input.text(LAST)));
        return notices(request, wiki, null, null);
    }

    /** Marks notices about the {@code posts} of a page as read, because the person views the page. */
    @POST
    @Path("notices/seen")
    @Writes
    public Response seen(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        Set<UUID> posts = new LinkedHashSet<>();
        for (String post : Input.of(request).words("posts")) {
            posts.add(id(post));
        }
        this.service.get().seen(actor(), wiki, posts);
        return done();
    }

    private static long number(String text) throws CopException
    {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw CopException.notFound();
        }
    }

    /** Returns how often notices are mailed. */
    @GET
    @Path("notices/mail")
    public Response mail(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        return answer(request, () -> this.fragments.mail(),
            () -> new NoticeMailJson(this.service.get().mailFrequency(actor(), wiki)));
    }

    /** Changes how often notices are mailed. */
    @POST
    @Path("notices/mail")
    @Writes
    public Response setMail(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        Input input = Input.of(request);
        signedIn();
        MailFrequency wish = input.choice(MAIL, MailFrequency.class);
        if (wish == null) {
            throw CopException.invalid(MAIL, "cop.error.missing");
        }
        this.service.get().setMailFrequency(actor(), wiki, wish);
        return mail(request, wiki);
    }

    /** Shows a confirmation to whoever follows the link of a mail; changes nothing. */
    @GET
    @Path(ENDING)
    public Response askToUnsubscribe(@PathParam("wiki") WikiId wiki, @PathParam("token") String token)
        throws CopException
    {
        return unsubscribing(() -> {
            this.unsubscribing.get().person(wiki, token);
            return this.fragments.unsubscribe(token, false);
        });
    }

    /**
     * Ends a person's mails: called by a mail program without asking (RFC 8058), and by the button of the confirmation.
     */
    @POST
    @Path(ENDING)
    @SignedAddress
    public Response unsubscribe(@PathParam("wiki") WikiId wiki, @PathParam("token") String token) throws CopException
    {
        return unsubscribing(() -> {
            this.unsubscribing.get().unsubscribe(wiki, token);
            return this.fragments.unsubscribe(token, true);
        });
    }

    /** A person follows the link in a browser, so a wrong link is answered with a page, too. */
    private Response unsubscribing(Part<Html> page) throws CopException
    {
        try {
            return html(page);
        } catch (CopException e) {
            return Response.fromResponse(html(this.fragments::unknownUnsubscribeLink)).status(e.getKind().getStatus())
                .build();
        }
    }

    /** Lists what the person watches. */
    @GET
    @Path("watched")
    public Response watched(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("after") String after, @QueryParam("limit") String limit) throws CopException
    {
        return answer(request, () -> this.fragments.watched(blankToNull(after)), () -> SliceJson
            .of(this.watches.get().watched(actor(), wiki, blankToNull(after), limit(limit)), WatchedJson::of));
    }

    /** Starts or stops watching; with {@code shown=list}, a page gets the list of what is watched. */
    @POST
    @Path("watched")
    @Writes
    public Response watch(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        Input input = Input.of(request);
        signedIn();
        boolean on = input.decision(WATCHING);
        WatchTarget what = this.watches.get().target(wiki, input.text("type"), input.text("target"));
        this.watches.get().watch(actor(), what, on);
        return answer(request,
            () -> "list".equals(input.text("shown")) ? this.fragments.watched(null) : this.fragments.changed(what, on),
            () -> WatchingJson.of(what, on));
    }
}
