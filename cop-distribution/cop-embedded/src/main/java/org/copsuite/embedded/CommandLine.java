/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parsed arguments of a command: words, options with a value ({@code --port 8081} or {@code --port=8081}) and
 * switches.
 *
 * @param words the arguments that are not options, in order
 * @param values the values of the options, by name without the dashes
 * @param switches the names of the options without a value, without the dashes
 */
record CommandLine(List<String> words, Map<String, String> values, Set<String> switches)
{
    private static final String DASHES = "--";

    private static final int PORTS = 65535;

    static CommandLine read(List<String> arguments, Set<String> valued, Set<String> switches) throws UsageException
    {
        List<String> words = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        Set<String> set = new HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("-") || "-".equals(argument)) {
                words.add(argument);
                continue;
            }
            int equal = argument.indexOf('=');
            String name = argument.substring(0, equal < 0 ? argument.length() : equal);
            String option = name.startsWith(DASHES) ? name.substring(2) : name;
            if (switches.contains(option) && equal < 0) {
                set.add(option);
            } else if (!valued.contains(option)) {
                throw new UsageException("Unknown option " + name + ".");
            } else if (equal >= 0) {
                values.put(option, argument.substring(equal + 1));
            } else if (++i < arguments.size()) {
                values.put(option, arguments.get(i));
            } else {
                throw new UsageException("The option " + name + " needs a value.");
            }
        }
        return new CommandLine(words, values, set);
    }

    WikiOptions options() throws UsageException
    {
        return new WikiOptions(this.values.getOrDefault("host", WikiOptions.LOOPBACK), port(), data(),
            this.values.get("db"), this.switches.contains("empty"), this.switches.contains("proxy"));
    }

    private int port() throws UsageException
    {
        String port = this.values.getOrDefault("port", String.valueOf(WikiOptions.DEFAULT_PORT));
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > PORTS) {
            throw new UsageException("A port is a number from 0 to " + PORTS + ", not " + port + ".");
        }
        return Integer.parseInt(port);
    }

    private Path data() throws UsageException
    {
        String data = this.values.get("data");
        try {
            return data == null ? Path.of(System.getProperty("cop.root", "."), "data").normalize() : Path.of(data);
        } catch (InvalidPathException e) {
            throw new UsageException("Invalid path of a folder: " + data + ".");
        }
    }
}
