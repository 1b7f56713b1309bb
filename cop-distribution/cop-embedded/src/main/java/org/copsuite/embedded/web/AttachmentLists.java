/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.render.PageUrls;
import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.Attachments.Attachment;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Prints the files of a page, as a panel below the page and as a list on a page. The lists are cached until a file or
 * the page changes.
 */
@Component(roles = AttachmentLists.class)
@Singleton
public class AttachmentLists implements Initializable
{
    private static final int PAGES = 5000;

    private static final long KIB = 1024;

    @Inject
    private Attachments attachments;

    @Inject
    private PageStore store;

    @Inject
    private Layout layout;

    @Inject
    private Guard guard;

    @Inject
    private Requests requests;

    @Inject
    private People people;

    @Inject
    private Links links;

    private final Cache<PageId, List<Attachment>> known = Caffeine.newBuilder().maximumSize(PAGES).build();

    @Override
    public void initialize()
    {
        this.store.onChange(this.known::invalidate);
    }

    /**
     * @param page a page
     * @return a short list of its files, empty if it has none
     */
    Html panel(Page page)
    {
        List<Attachment> files = files(page);
        return files.isEmpty() ? Html.EMPTY : this.layout.print("attachment-panel", Map.of("files", lines(page, files),
            "all", this.links.action(page.id(), "attachments", Map.of())));
    }

    /**
     * @param page a page
     * @return the files of the page, with the forms that the person may use
     */
    Html whole(Page page)
    {
        boolean may = this.guard.mayAttach(page);
        Map<String, Object> values = new HashMap<>();
        values.put("files", lines(page, files(page)));
        values.put("upload", may ? this.links.action(page.id(), "upload", Map.of()) : "");
        values.put("remove", may ? this.links.action(page.id(), "detach", Map.of()) : "");
        values.put("token", may ? this.requests.token() : "");
        values.put("maximum", this.attachments.maximum() / KIB / KIB);
        values.put("back", this.links.view(page.id()));
        return this.layout.print("attachments", values);
    }

    private List<Attachment> files(Page page)
    {
        return this.known.get(page.id(), this.attachments::list);
    }

    private List<FileLine> lines(Page page, List<Attachment> files)
    {
        Map<UserId, Person> authors = this.people.find(files.stream().map(Attachment::author).distinct().toList());
        Function<Attachment, FileLine> line = file -> new FileLine(file,
            PageUrls.file(page.id(), file.name()), Math.max(1, file.size() / KIB),
            authors.containsKey(file.author()) ? authors.get(file.author()).name() : "");
        return files.stream().map(line).collect(Collectors.toList());
    }

    /**
     * A file in a list.
     *
     * @param file the file
     * @param url the URL of its download
     * @param kib its size in KiB, at least 1
     * @param author the name of the person who added it, empty if unknown
     */
    public record FileLine(Attachment file, String url, long kib, String author)
    {
    }
}
