/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of a command line: words, and options of the form {@code --name value}.
 *
 * @param words the words in order
 * @param options the values of the options by name
 */
record Arguments(List<String> words, Map<String, String> options)
{
    /**
     * Parses a command line.
     *
     * @param arguments the arguments as typed
     * @param known the names of the supported options
     * @return the parsed arguments
     * @throws IllegalArgumentException if an option is unknown or lacks its value
     */
    static Arguments of(List<String> arguments, Set<String> known)
    {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (!known.contains(argument.substring(2)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("Unknown option or missing value [" + argument + "].");
            } else {
                i++;
                options.put(argument.substring(2), arguments.get(i));
            }
        }
        return new Arguments(words, options);
    }

    String option(String name, String otherwise)
    {
        return this.options.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise)
    {
        return Integer.parseInt(option(name, Integer.toString(otherwise)));
    }

    Path folder(String name)
    {
        return this.options.containsKey(name) ? Path.of(this.options.get(name)) : null;
    }
}
