/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Groups addresses by whom they are given to: one IPv4 address, but the 2<sup>64</sup> addresses of an IPv6 network. */
public final class ClientAddress
{
    private static final int NETWORK = 8;

    private static final int SITE = 6;

    private static final int IPV4 = 4;

    private ClientAddress()
    {
    }

    /**
     * @param address an address as Jetty or a proxy gives it, may be {@code null}
     * @return the address of IPv4, also where it is mapped to IPv6; the first 64 bits of IPv6; what is no address as it is
     */
    public static String network(String address)
    {
        return prefix(address, NETWORK);
    }

    /**
     * @param address as {@link #network(String)}
     * @return the same, but only the first 48 bits of IPv6: what one customer of a provider gets
     */
    public static String site(String address)
    {
        return prefix(address, SITE);
    }

    private static String prefix(String address, int bytes)
    {
        String text = address == null ? "" : address.replaceAll("[\\[\\]]", "").replaceAll("%.*", "");
        // Nothing but digits is resolved: no name is looked up.
        if (!text.matches("[0-9A-Fa-f.:]{2,45}")) {
            return "";
        }
        try {
            byte[] raw = InetAddress.getByName(text).getAddress();
            return raw.length == IPV4 ? HexFormat.ofDelimiter(".").formatHex(raw)
                : HexFormat.of().formatHex(raw, 0, bytes);
        } catch (UnknownHostException e) {
            // Digits and colons that are no address.
            return "";
        }
    }
}
