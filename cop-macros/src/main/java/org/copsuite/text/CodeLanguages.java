/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Locale;
import java.util.Set;

/**
 * The languages in which code of members' texts is coloured. XWiki colours with Pygments, which never looks at the clock:
 * it has some 500 lexers, several of which take for ever on a crafted text, and where no language is named it asks all of
 * them.
 */
final class CodeLanguages
{
    /** The value of the parameter that colours nothing. */
    static final String NONE = "none";

    /** The name of the parameter. */
    static final String PARAMETER = "language";

    /**
     * The most characters that are coloured in one text. Lexers of common languages still take time that grows with the
     * square, for code such as many beginnings of a comment.
     */
    static final int CHARACTERS = 4_000;

    private static final Set<String> COMMON = Set.of("bash", "bat", "batch", "c", "c#", "c++", "cpp", "csharp", "css", "diff",
        "docker", "dockerfile", "go", "golang", "groovy", "html", "ini", "java", "javascript", "js", "json", "kotlin", "make",
        "makefile", "mysql", "perl", "php", "postgresql", "powershell", "properties", "py", "python", "python3", "r", "rb",
        "ruby", "rust", "scala", "sh", "shell", "sql", "swift", "text", "toml", "ts", "typescript", "vb.net", "xml", "yaml",
        "yml");

    private CodeLanguages()
    {
    }

    /**
     * @param language what the author named, may be {@code null}
     * @return whether code of that language may be coloured
     */
    static boolean isCommon(String language)
    {
        return language != null && COMMON.contains(language.trim().toLowerCase(Locale.ROOT));
    }
}
