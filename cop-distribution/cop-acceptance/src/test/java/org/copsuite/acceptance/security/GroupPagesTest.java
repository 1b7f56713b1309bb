/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** XWiki keeps groups as pages. None of its own ways tells others who belongs to a community. */
class GroupPagesTest
{
    private static final String XWIKI = "/rest/wikis/xwiki";

    private final Site site = Site.get();

    @BeforeEach
    void onlyXWiki()
    {
        this.site.assumeXWiki();
    }

    private static Member.Answer get(Member member, String path)
    {
        return member.send("GET", path, null, Map.of("Accept", path.startsWith("/rest") ? "application/json" : "text/html"));
    }

    private static List<String> waysToAPage(String group)
    {
        String page = XWIKI + "/spaces/XWiki/pages/" + group;
        String view = "/bin/view/XWiki/" + group;
        return List.of(page, page + "/objects", page + "/objects/XWiki.XWikiGroups", page + "/objects/XWiki.XWikiGroups/1",
            page + "/history", view, view + "?xpage=xml", view + "?viewer=history", "/bin/download/XWiki/" + group + "/x",
            "/bin/get/XWiki/" + group + "?xpage=getgroupmembers&offset=1&limit=100");
    }

    private static List<String> lists(String id)
    {
        return List.of(XWIKI + "/pages?name=Community-" + id, XWIKI + "/spaces/XWiki/pages?number=1000",
            XWIKI + "/modifications?number=1000", XWIKI + "/classes/XWiki.XWikiGroups/objects?number=1000",
            XWIKI + "/search?q=" + id, XWIKI + "/query?type=solr&q=" + id);
    }

    /** @return the status of XWiki's refusal: its REST answers 401 to whoever lacks a right, signed in or not */
    private static int refusal(Member reader, String way)
    {
        return reader.credentials() == null || way.startsWith("/rest") ? 401 : 403;
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "private"})
    void tellNobodyElseWhoIsAMember(String access)
    {
        Site.Community community = this.site.found("Groups " + access + ' ' + Member.newId().substring(0, 6), access);
        Member insider = this.site.member("grouped");
        this.site.appoint(community, insider, "member");
        String login = insider.credentials().login();
        String group = "Community-" + community.id() + "-Members";

        assertThat(get(insider, XWIKI + "/spaces/XWiki/pages/" + group + "/objects/XWiki.XWikiGroups/1").ok().body())
            .as("a member views the group").contains("XWiki.");
        for (Member other : List.of(this.site.stranger(), this.site.member("outsider"))) {
            for (String way : waysToAPage(group)) {
                Member.Answer answer = get(other, way);
                assertThat(answer.status()).as(way).isEqualTo(refusal(other, way));
                assertThat(answer.body()).as(way).doesNotContain(login);
            }
            for (String list : lists(community.id())) {
                assertThat(get(other, list).body()).as(list).doesNotContain("Community-" + community.id());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "private"})
    void letTheirMembersInAllTheSame(String access)
    {
        Site.Community community = this.site.found("Members " + access + ' ' + Member.newId().substring(0, 6), access);
        Member insider = this.site.member("grouped");
        this.site.appoint(community, insider, "member");

        Site.Post question = this.site.ask(insider, community, "May a member of a hidden group ask?", "Yes.", "");
        assertThat(this.site.member("facilitator").read(question.path()).status()).isEqualTo(200);
        assertThat(insider.read(community.path()).status()).isEqualTo(200);
        assertThat(this.site.member("outsider").read(question.path()).status())
            .isEqualTo("open".equals(access) ? 200 : this.site.member("outsider").read(community.path()).status());
    }
}
