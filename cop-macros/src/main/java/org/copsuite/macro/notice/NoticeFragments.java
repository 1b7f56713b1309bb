/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.notice;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.macro.fragment.PageParts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.NoticeSection;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchTarget;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prints the reader's notices, the reader's watched targets and the button that starts and stops watching. */
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
    private Provider<People> people;

    @Inject
    private Provider<UnsubscribeTokens> unsubscribing;

    @Inject
    private Provider<List<NoticeSection>> sections;

    @Inject
    private PageParts parts;

    /**
     * @param after the cursor of the notices, {@code null} at the start
     * @param watchedAfter the cursor of the watched targets, {@code null} at the start
     * @param limit the maximum number of notices
     * @return the notices, the watched targets and the mail setting
     * @throws CopException SIGN_IN for a guest; INVALID for a cursor of another list
     */
    public Html page(String after, String watchedAfter, int limit) throws CopException
    {
        return this.printer.print("notice/page", "list", list(after, limit, true), "sections",
            this.parts.print(this.sections.get(), NoticeSection::print), "watched", watched(watchedAfter), "mail", mail());
    }

    /**
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of notices
     * @param paged whether to link to older ones
     * @return the reader's notices
     * @throws CopException SIGN_IN for a guest; INVALID for a cursor of another list
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
     * Names what a page shows and the reader's notices may be about. Showing a page must not mark notices as read,
     * because an image in a text may have the URL of any page. Instead the JavaScript module sends these ids with the
     * form token, once it runs in the browser of the reader.
     *
     * @param shown the subjects of notices that the page shows
     * @return their ids, separated by spaces; empty for a reader without unread notices
     */
    public String unseen(Stream<UUID> shown)
    {
        return this.service.get().knownUnread(this.printer.reader(), this.printer.wiki()) == 0 ? ""
            : shown.map(UUID::toString).collect(Collectors.joining(" "));
    }

    /**
     * @param after the cursor, {@code null} at the start
     * @return the targets that the reader watches
     * @throws CopException SIGN_IN for a guest; INVALID for a cursor of another list
     */
    public Html watched(String after) throws CopException
    {
        return this.printer.print("notice/watched", "slice",
            this.watching.get().watched(signedIn(), this.printer.wiki(), after, WATCHED));
    }

    /**
     * @param token a valid token from a mail
     * @param done whether the mails have ended
     * @return a complete HTML page that asks whether to end the mails, or confirms that they have ended
     */
    public Html unsubscribe(String token, boolean done)
    {
        return unsubscribing(this.unsubscribing.get().path(this.printer.wiki(), token), done);
    }

    /** @return a complete HTML page for a link that no mail of this wiki contains, or only in part */
    public Html unknownUnsubscribeLink()
    {
        return unsubscribing("", false);
    }

    private Html unsubscribing(String address, boolean done)
    {
        return this.printer.print("notice/unsubscribe", "address", address, "done", done, "notices",
            this.printer.links().view(SpaceId.of(this.printer.wiki(), Suite.SPACE).page("Notices")));
    }

    /**
     * @return the reader's mail setting, with the form that changes it
     * @throws CopException SIGN_IN for a guest
     */
    public Html mail() throws CopException
    {
        boolean carried = this.notices.get().handles();
        MailFrequency wish = this.service.get().mailFrequency(signedIn(), this.printer.wiki());
        return this.printer.print("notice/mail", "wish", carried
            && wish != MailFrequency.NONE ? MailFrequency.ONCE : wish,
            "wishes", carried ? List.of(MailFrequency.NONE, MailFrequency.ONCE) : List.of(MailFrequency.values()),
                CARRIED, carried, "profile", this.people.get().find(this.printer.reader()).map(Person::profile).orElse(null));
    }

    /**
     * @param what the target
     * @param unasked whether a reader without a choice watches the target, as the asker and the answerers of a question
     *            do
     * @return the button that starts or stops watching it; empty for a guest
     */
    public Html button(WatchTarget what, boolean unasked)
    {
        UserId reader = this.printer.reader();
        return reader.isGuest() ? Html.EMPTY
            : changed(what, this.watching.get().choice(reader, what).orElse(unasked));
    }

    /**
     * @param what the target
     * @param watching whether the reader now watches it
     * @return the button for that state
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
