/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchTarget;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The reader's notices, what the reader watches, and the button that begins and ends watching. */
@Component(roles = NoticeFragments.class)
@Singleton
public class NoticeFragments
{
    private static final int WATCHED = 50;

    private static final String CARRIED = "carried";

    @Inject
    private Printer printer;

    @Inject
    private Provider<NoticeService> service;

    @Inject
    private Provider<WatchService> watching;

    @Inject
    private Provider<Notices> notices;

    @Inject
    private Provider<UnsubscribeTokens> unsubscribing;

    /**
     * @param after the cursor of the notices, {@code null} at the start
     * @param watchedAfter the cursor of what is watched, {@code null} at the start
     * @param limit how many notices at most
     * @return notices, what is watched, and how notices come by mail
     * @throws CopException SIGN_IN; INVALID for a cursor that is not of this list
     */
    public Html page(String after, String watchedAfter, int limit) throws CopException
    {
        return this.printer.print("notice/page", "list", list(after, limit, true), "watched", watched(watchedAfter), "mail", mail());
    }

    /**
     * @param after the cursor, {@code null} at the start
     * @param limit how many at most
     * @param paged whether older ones follow
     * @return the reader's notices
     * @throws CopException SIGN_IN; INVALID for a cursor that is not of this list
     */
    public Html list(String after, int limit, boolean paged) throws CopException
    {
        UserId reader = signedIn();
        Slice<NoticeView> slice = this.service.get().list(reader, this.printer.wiki(), after, limit);
        boolean unread = slice.items().stream().anyMatch(notice -> !notice.read());
        return this.printer.print("notice/list", "slice", slice, "unread", unread, "count",
            this.service.get().unread(reader, this.printer.wiki()), "paged", paged, CARRIED,
            this.notices.get().handles(), "preferences", this.notices.get().preferences(reader).orElse(null));
    }

    /**
     * Names the posts of a question's page of which the reader's notices may tell. To show a page has no effect: a picture
     * in somebody's text can be the address of any page. So our module, which knows that a person reads, sends them with
     * the form token.
     *
     * @param view what the page shows
     * @return the ids of its posts, with spaces between them; empty for who has no unread notices
     */
    String unseen(QuestionView view)
    {
        return this.service.get().knownUnread(this.printer.reader(), this.printer.wiki()) == 0 ? ""
            : Stream.concat(Stream.of(view.post()), view.answers().stream()).map(post -> post.id().toString())
                .collect(Collectors.joining(" "));
    }

    /**
     * @param after the cursor, {@code null} at the start
     * @return what the reader watches
     * @throws CopException SIGN_IN; INVALID for a cursor that is not of this list
     */
    public Html watched(String after) throws CopException
    {
        return this.printer.print("notice/watched", "slice",
            this.watching.get().watched(signedIn(), this.printer.wiki(), after, WATCHED));
    }

    /**
     * @param token the token of a letter, known to be good
     * @param done whether mails have ended
     * @return a whole HTML page that asks whether mails are to end, or says that they have
     */
    public Html unsubscribe(String token, boolean done)
    {
        String wiki = this.printer.wiki();
        return this.printer.print("notice/unsubscribe", "address",
            this.unsubscribing.get().path(wiki, token), "done", done, "notices",
            this.printer.links().view(SpaceId.of(wiki, Suite.SPACE).page("Notices")));
    }

    /**
     * @return how the reader's notices come by mail, with the form that changes it
     * @throws CopException SIGN_IN
     */
    public Html mail() throws CopException
    {
        boolean carried = this.notices.get().handles();
        MailFrequency wish = this.service.get().mailFrequency(signedIn(), this.printer.wiki());
        return this.printer.print("notice/mail", "wish", carried
            && wish != MailFrequency.NONE ? MailFrequency.ONCE : wish,
            "wishes", carried ? List.of(MailFrequency.NONE, MailFrequency.ONCE) : List.of(MailFrequency.values()),
                CARRIED, carried);
    }

    /**
     * @param what what to watch
     * @param unasked whether the reader watches it without having said so, as who wrote in a question does
     * @return the button that begins or ends watching it; nothing for a guest
     */
    public Html button(WatchTarget what, boolean unasked)
    {
        UserId reader = this.printer.reader();
        return reader.isGuest() ? Html.EMPTY
            : changed(what, this.watching.get().choice(reader, what).orElse(unasked));
    }

    /**
     * @param what what
     * @param watching whether the reader has just begun to watch it, or ended
     * @return the button as it is now
     */
    public Html changed(WatchTarget what, boolean watching)
    {
        return this.printer.print("notice/watch", "what", what, "watching", watching);
    }

    private UserId signedIn() throws CopException
    {
        CopException.requireAccount(this.printer.reader());
        return this.printer.reader();
    }
}
