/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership;

import java.time.Instant;

/**
 * What an invitation says. The person whom it addresses is the beneficiary of its entry.
 *
 * @param kind whom it addresses
 * @param expires when it expires
 * @param uses how many accounts can accept it
 * @param group the name of the invited group; empty for another kind
 * @param hash the hash of the secret of the link; empty for another kind
 * @param note a line for whom it addresses, may be empty
 */
public record InvitationDetail(InvitationKind kind, Instant expires, int uses, String group, String hash, String note)
{
    private static final int PARTS = 6;

    static String write(InvitationDetail detail)
    {
        return String.join("\n", detail.kind.name(), String.valueOf(detail.expires.toEpochMilli()),
            String.valueOf(detail.uses), detail.group, detail.hash, detail.note);
    }

    static InvitationDetail read(String text)
    {
        String[] parts = text.split("\n", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("Not the detail of an invitation.");
        }
        return new InvitationDetail(InvitationKind.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])),
            Integer.parseInt(parts[2]), parts[3], parts[4], parts[5]);
    }
}
