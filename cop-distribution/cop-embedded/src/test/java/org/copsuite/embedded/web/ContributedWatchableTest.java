/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.copsuite.CopException;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.spi.WatchableType;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.manager.ComponentManager;

/** A component makes a type of things watchable, in the service, the REST API and the pages, without another edit. */
@ExtendWith(RunningWiki.class)
class ContributedWatchableTest
{
    private static final String WATCHED = "/rest/wikis/xwiki/cop/watched";

    /** Parts of the page {@code Rooms}; nobody may view the cellar. */
    private static final class Rooms implements WatchableType
    {
        @Override
        public String name()
        {
            return "ROOM";
        }

        @Override
        public String normalise(String target) throws CopException
        {
            return target.strip();
        }

        @Override
        public Map<String, Watchable> find(UserId reader, WikiId wiki, Collection<String> targets)
        {
            Map<String, Watchable> found = new LinkedHashMap<>();
            targets.stream().filter(room -> !"cellar".equals(room)).forEach(room -> found.put(room,
                new Watchable("Room <b>" + room, SpaceId.of(wiki, "Rooms").home(), Map.of("room", room))));
            return found;
        }
    }

    @Test
    void aContributedTypeIsWatchedThroughTheApiAndShownInTheList(Site site) throws Exception
    {
        ComponentManager components = site.get(ComponentManager.class);
        DefaultComponentDescriptor<WatchableType> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(WatchableType.class);
        descriptor.setRoleHint("ROOM");
        components.registerComponent(descriptor, new Rooms());
        Browser ada = site.as("ada");
        try {
            HttpResponse<String> list = post(ada, "attic", "true");

            assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
            Element room = Jsoup.parse(list.body()).selectFirst(".cop-watched-list li");
            assertThat(room.select("a").text()).isEqualTo("Room <b>attic");
            assertThat(room.select("a").attr("href")).endsWith("/Rooms/?room=attic");
            assertThat(ada.get(WATCHED).body()).contains("\"type\":\"room\",\"target\":\"attic\",\"title\":\"Room <b>attic\"");
            assertThat(page(ada).select("#cop-watched .cop-tag").text()).isEqualTo("Room <b>attic");
            assertThat(post(ada, "cellar", "true").statusCode()).isEqualTo(404);
        } finally {
            components.unregisterComponent(descriptor);
        }

        assertThat(ada.get(WATCHED).body()).as("stored, and skipped").contains("\"items\":[]");
        assertThat(page(ada).select("#cop-watched .cop-empty")).hasSize(1);
        assertThat(post(ada, "attic", "false").statusCode()).as("nobody contributes the type").isEqualTo(400);
    }

    private static HttpResponse<String> post(Browser browser, String room, String watching)
    {
        String form = "form_token=" + browser.token() + "&type=room&target=" + room + "&watching=" + watching + "&shown=list";
        return browser.exchange(browser.request(WATCHED).header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html").POST(BodyPublishers.ofString(form)).build());
    }

    private static Document page(Browser browser)
    {
        return Jsoup.parse(browser.get("/bin/view/CoP/Notices").body());
    }
}
