/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

/**
 * The SMTP server for the mail of the wiki, given as a URL:
 * {@code smtp://user:password@host:port?from=wiki@example.org&tls=required}. With {@code smtps:} the connection starts
 * with TLS. With {@code smtp:} the option {@code tls} decides: {@code try}, the default, uses STARTTLS if the server
 * offers it; {@code required} sends nothing without it; {@code no} does not use it. User and password are optional.
 *
 * @param host the name of the server
 * @param port the port
 * @param secure whether the connection starts with TLS
 * @param tls {@code try}, {@code required} or {@code no}
 * @param user the user for authentication, {@code null} for none
 * @param password the password of the user, {@code null} for none
 * @param from the address of the sender
 */
record SmtpServer(String host, int port, boolean secure, String tls, String user, String password, String from)
{
    private static final String TIMEOUT = "20000";

    private static final String REQUIRED = "required";

    /**
     * Parses a URL.
     *
     * @param url the URL
     * @return the server; the default port is 465 for {@code smtps:} and 25 for {@code smtp:}
     * @throws IllegalArgumentException if the URL is invalid. The message is a sentence with the reason; it does not
     *            repeat the URL, which may contain a password
     */
    static SmtpServer parse(String url)
    {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("COP_SMTP is not a valid URL; percent-encode special characters of the"
                + " password.");
        }
        boolean secure = "smtps".equals(uri.getScheme());
        if ((!secure && !"smtp".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("COP_SMTP must have the form smtp://host or smtps://host.");
        }
        Map<String, String> options = options(uri.getRawQuery());
        String tls = options.getOrDefault("tls", "try");
        if (!tls.matches("try|required|no")) {
            throw new IllegalArgumentException("In COP_SMTP, tls must be try, required or no.");
        }
        String[] login = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        return new SmtpServer(uri.getHost(), uri.getPort() >= 0 ? uri.getPort() : secure ? 465 : 25, secure, tls,
            login.length > 0 ? decode(login[0]) : null, login.length > 1 ? decode(login[1]) : null,
            from(options.get("from")));
    }

    private static String from(String address)
    {
        if (address == null) {
            throw new IllegalArgumentException("COP_SMTP has no sender: add ?from=wiki@example.org.");
        }
        try {
            return new InternetAddress(address, true).getAddress();
        } catch (AddressException e) {
            throw new IllegalArgumentException("In COP_SMTP, from is not a valid address.");
        }
    }

    private static Map<String, String> options(String query)
    {
        Map<String, String> options = new HashMap<>();
        for (String pair : (query == null ? "" : query).split("&")) {
            int equal = pair.indexOf('=');
            String name = equal < 0 ? pair : pair.substring(0, equal);
            if (!name.isEmpty() && !name.matches("from|tls")) {
                throw new IllegalArgumentException("COP_SMTP has an unknown option; only from and tls are allowed.");
            }
            options.put(name, equal < 0 ? "" : decode(pair.substring(equal + 1)));
        }
        return options;
    }

    private static String decode(String text)
    {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** @return the settings of this server for the mail library */
    Properties properties()
    {
        Properties properties = new Properties();
        String protocol = protocol();
        String prefix = "mail." + protocol + '.';
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", this.host);
        properties.setProperty(prefix + "port", String.valueOf(this.port));
        properties.setProperty(prefix + "auth", String.valueOf(this.user != null));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(!this.secure && !"no".equals(this.tls)));
        properties.setProperty(prefix + "starttls.required", String.valueOf(!this.secure && REQUIRED.equals(this.tls)));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(prefix + wait, TIMEOUT);
        }
        return properties;
    }

    /** @return the name of the protocol in the mail library */
    String protocol()
    {
        return this.secure ? "smtps" : "smtp";
    }

    @Override
    public String toString()
    {
        return protocol() + "://" + this.host + ':' + this.port;
    }
}
