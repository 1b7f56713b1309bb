/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How many pages a second the wiki serves after the import of a dump, to four clients and to one. */
final class ServeBench
{
    private static final int CLIENTS = 4;

    private final Arguments arguments;

    private final Report report;

    ServeBench(Arguments arguments, Report report)
    {
        this.arguments = arguments;
        this.report = report;
    }

    void run() throws Exception
    {
        int seconds = this.arguments.number("seconds", 20);
        try (Scratch scratch = new Scratch()) {
            Path kept = this.arguments.folder("data");
            Path data = kept == null ? scratch.folder() : kept;
            if (this.arguments.options().containsKey("dump")) {
                importDump(data);
            } else if (kept == null) {
                try (CopServer wiki = CopServer.open(WikiOptions.at(data))) {
                    new Generator(wiki, Generator.Size.of(600)).run();
                }
            }
            Pages pages;
            try (CopServer wiki = CopServer.open(WikiOptions.at(data))) {
                wiki.get(org.copsuite.ledger.Followers.class).await(java.time.Duration.ofMinutes(5));
                pages = Pages.of(wiki);
            }
            Map<String, List<String>> kinds = new LinkedHashMap<>();
            kinds.put("list", pages.lists());
            kinds.put("question", pages.questions());
            kinds.put("search", pages.searches());
            kinds.keySet().retainAll(List.of(this.arguments.option("pages", "list,question,search").split(",")));
            try (ServerProcess server = ServerProcess.start(data, null, this.arguments.number("port", 0))) {
                pages.check(server, kinds);
                for (List<String> addresses : kinds.values()) {
                    Pages.read(server, CLIENTS, addresses, seconds);
                }
                this.report.say("%-10s %16s %16s %16s", "page", "4 clients", "4 clients", "1 client");
                for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
                    Load many = Pages.read(server, CLIENTS, kind.getValue(), seconds);
                    Load one = Pages.read(server, 1, kind.getValue(), seconds);
                    this.report.say("%-10s %10.0f /s %13.1f ms %13.1f ms", kind.getKey(), many.perSecond(), many.median(),
                        one.median());
                    this.report.put(kind.getKey() + "PerSecond", many.perSecond());
                    this.report.put(kind.getKey() + "Milliseconds", one.median());
                }
            }
        }
    }

    private void importDump(Path data) throws Exception
    {
        String last = ServerProcess.command(data, List.of("import", "stackexchange", this.arguments.option("dump", null),
            "--data", data.toString()));
        JsonNode counts = new ObjectMapper().readTree(last);
        this.report.say("imported %d questions and %d answers in %.1f s", counts.get("questions").asInt(),
            counts.get("answers").asInt(), counts.get("seconds").asDouble());
        this.report.put("importSeconds", counts.get("seconds").asDouble());
    }
}
