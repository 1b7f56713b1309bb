/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** Receives the mails of an XWiki on this machine, which sends them here as long as this is open. */
public final class MailSink implements AutoCloseable
{
    private static final String CLASS = "Mail.SendMailConfigClass";

    private static final String OBJECT = "/rest/wikis/xwiki/spaces/Mail/pages/MailConfig/objects/" + CLASS + "/0";

    private static final String SENDER = "flows-of-the-suite@example.org";

    private final GreenMail server;

    private final Site site;

    private MailSink(Site site)
    {
        this.site = site;
        this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        this.server.start();
    }

    /** @return a sink, to which the wiki sends; the test is skipped where the wiki has a server already */
    public static MailSink of(Site site)
    {
        Member.Answer configured = site.admin().send("GET", OBJECT, null, Map.of("Accept", "application/json"));
        Assumptions.assumeTrue(configured.status() == 200, "This wiki has no configuration of its mail server.");
        // A run that was broken off leaves what it configured.
        boolean own = SENDER.equals(value(configured, "from"));
        Assumptions.assumeTrue(own || value(configured, "host").isEmpty(), "This wiki has a mail server; it is left alone.");
        MailSink sink = new MailSink(site);
        configure(site, "127.0.0.1", String.valueOf(sink.server.getSmtp().getPort()), SENDER);
        return sink;
    }

    private static String value(Member.Answer configured, String name)
    {
        for (JsonNode property : configured.json().path("properties")) {
            if (name.equals(property.path("name").asText())) {
                return property.path("value").asText("");
            }
        }
        return "";
    }

    private static void configure(Site site, String host, String port, String from)
    {
        site.admin().sendJson("PUT", OBJECT, String.format("{\"className\":\"%s\",\"properties\":["
            + "{\"name\":\"host\",\"value\":\"%s\"},{\"name\":\"port\",\"value\":\"%s\"},"
            + "{\"name\":\"from\",\"value\":\"%s\"}]}", CLASS, host, port, from),
            Map.of("Accept", "application/json")).ok();
    }

    /** @return whether a wiki runs on this machine */
    public static boolean isNear(URI wiki)
    {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(wiki.getHost());
    }

    /** Has somebody receive mails at once. */
    public String receiveFor(Member member)
    {
        String profile = "/rest/wikis/xwiki/spaces/XWiki/pages/" + member.credentials().login();
        String address = member.credentials().login() + "@example.org";
        this.site.admin().sendJson("PUT", profile + "/objects/XWiki.XWikiUsers/0",
            "{\"className\":\"XWiki.XWikiUsers\",\"properties\":[{\"name\":\"email\",\"value\":\"" + address + "\"}]}",
            Map.of("Accept", "application/json")).ok();
        this.site.host().addObject(profile, "XWiki.Notifications.Code.NotificationEmailPreferenceClass",
            Map.of("interval", "live"));
        return address;
    }

    /** @return the first mail that an address receives */
    public MimeMessage await(String address, Duration patience)
    {
        return Awaitility.await().atMost(patience).until(() -> first(address), message -> message != null);
    }

    private MimeMessage first(String address) throws MessagingException
    {
        List<MimeMessage> received = received(address);
        return received.isEmpty() ? null : received.get(0);
    }

    private List<MimeMessage> received(String address) throws MessagingException
    {
        List<MimeMessage> messages = new ArrayList<>();
        for (MimeMessage message : this.server.getReceivedMessages()) {
            if (Arrays.toString(message.getAllRecipients()).contains(address)) {
                messages.add(message);
            }
        }
        return messages;
    }

    /** @return how many mails an address has received */
    public int count(String address) throws MessagingException
    {
        return received(address).size();
    }

    /** @return the mail as it was sent, decoded */
    public String text(MimeMessage message)
    {
        return GreenMailUtil.getBody(message).replace("=\r\n", "").replace("=3D", "=");
    }

    @Override
    public void close()
    {
        configure(this.site, "", "", "");
        this.server.stop();
    }
}
