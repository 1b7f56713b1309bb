/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Map;

/** Members and strangers send forms, addresses and JSON with thousands of names, or nested thousands of levels deep. */
final class ManyFieldsAttack implements Attack
{
    private static final int CLIENTS = 32;

    private static final String JSON = "Content-Type: application/json";

    private static final int NAMES = 10_000;

    @Override
    public String name()
    {
        return "many-fields";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        String fields = fields(99, "=x&") + "z=x";
        String[] bodies = {json(NAMES), "[".repeat(NAMES * 10), "{\"a\":".repeat(NAMES), "{\"tags\":["
            + "\"t\",".repeat(NAMES) + "\"t\"]}", "{\"title\":\"" + "\\u0041".repeat(NAMES) + "\"}"};
        target.repeat(CLIENTS, number -> {
            Voters.Voter member = target.member(number);
            switch (number % 4) {
                case 0 -> {
                    try (LeanClient client = target.client(member)) {
                        client.post("/bin/login?" + fields, Map.of("form_token", member.token(), "a", "&b=".repeat(900)));
                    }
                }
                case 1 -> {
                    try (LeanClient client = target.client(null)) {
                        client.get("/bin/view/CoP/Questions?" + fields(1000, "=1&"));
                    }
                }
                default -> {
                    String body = bodies[number % bodies.length];
                    target.exchange(target.head("POST", AttackTarget.REST + "/questions", member, JSON,
                        "Content-Length: " + body.length(), "Connection: close") + "\r\n" + body);
                }
            }
        });
    }

    private static String fields(int count, String value)
    {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append('f').append(i).append(value);
        }
        return fields.toString();
    }

    private static String json(int count)
    {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            json.append("\"k").append(i).append("\":\"").append(i).append("\",");
        }
        return json.append("\"end\":1}").toString();
    }
}
