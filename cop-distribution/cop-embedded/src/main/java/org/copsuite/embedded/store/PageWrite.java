/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.UserId;

/**
 * A version to be written, validated and cleaned.
 *
 * @param id the page
 * @param title at most {@value #TITLE} characters
 * @param content xwiki/2.1
 * @param author the author of the version
 * @param at when; {@code null} for now
 * @param object the object of the page
 * @param hidden whether lists omit the page
 * @param summary the reason; only the first 1,000 characters are kept
 * @param minor whether this is a minor edit
 * @param expected the current version of the page, or {@code null} if the page must not exist
 * @param sources for a new page, the authors of the text that it was created from, beside its own author
 */
record PageWrite(PageId id, String title, String content, UserId author, Instant at, Optional<PageObject> object,
    boolean hidden, String summary, boolean minor, String expected, Set<UserId> sources)
{
    static final int TITLE = 250;

    private static final int SUMMARY = 1000;

    PageWrite
    {
        checkPlace(id);
        title = Clean.text(title);
        content = Clean.text(content);
        summary = Clean.shorten(summary, SUMMARY);
        at = Instant.ofEpochMilli((at == null ? Instant.now() : at).toEpochMilli());
        if (title.length() > TITLE) {
            throw new IllegalArgumentException("Invalid title: longer than " + TITLE + " characters.");
        }
    }

    static void checkPlace(PageId id)
    {
        if (!PageStore.isPlace(id)) {
            throw new IllegalArgumentException("Invalid page reference: longer than " + PageStore.REFERENCE
                + " characters, or with a character that cannot be stored.");
        }
    }

    static PageWrite of(PageDraft draft, Optional<PageObject> object)
    {
        return new PageWrite(draft.id(), draft.title(), draft.content(), draft.author(), draft.at(), object,
            draft.hidden(), draft.comment(), draft.minor(), draft.expected(), Set.of());
    }

    static PageWrite of(PageEdit edit, Optional<StoredPage> now)
    {
        return of(edit, now, Set.of());
    }

    static PageWrite of(PageEdit edit, Optional<StoredPage> now, Set<UserId> sources)
    {
        boolean hidden = edit.hidden() != null ? edit.hidden() : now.map(p -> p.page().hidden()).orElse(false);
        return new PageWrite(edit.id(), edit.title(), edit.content(), edit.author(), null,
            now.flatMap(p -> p.page().object()), hidden, edit.comment(), edit.minor(), edit.expected(), sources);
    }
}
