/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Groups addresses by their owner: one IPv4 address, or the 2<sup>64</sup> addresses of an IPv6 network. */
public final class ClientAddress
{
    private static final int NETWORK = 8;

    private static final int SITE = 6;

    private static final int IPV4 = 4;

    private ClientAddress()
    {
    }

    /**
     * @param address an address from Jetty or a proxy, may be {@code null}
     * @return an IPv4 address, also if it is mapped to IPv6; the first 64 bits of an IPv6 address; empty if the text is
     *         not an address
     */
    public static String network(String address)
    {
        return prefix(address, NETWORK);
    }

    /**
     * @param address an address as in {@link #network(String)}
     * @return the same as {@link #network(String)}, but only the first 48 bits of an IPv6 address, which providers
     *         assign to one customer
     */
    public static String site(String address)
    {
        return prefix(address, SITE);
    }

    private static String prefix(String address, int bytes)
    {
        String text = address == null ? "" : address.replaceAll("[\\[\\]]", "").replaceAll("%.*", "");
        // Resolve numeric addresses only, so that no host name is looked up.
        if (!text.matches("[0-9A-Fa-f.:]{2,45}")) {
            return "";
        }
        try {
            byte[] raw = InetAddress.getByName(text).getAddress();
            return raw.length == IPV4 ? HexFormat.ofDelimiter(".").formatHex(raw)
                : HexFormat.of().formatHex(raw, 0, bytes);
        } catch (UnknownHostException e) {
            // Digits and colons that do not form an address.
            return "";
        }
    }
}
