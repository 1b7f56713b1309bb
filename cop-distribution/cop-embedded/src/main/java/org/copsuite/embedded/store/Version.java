/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

/**
 * A version as XWiki counts it: first 1.1, then 2.1 after an edit and 2.2 after a minor edit.
 *
 * @param major the number of edits
 * @param minor the number of minor edits since
 */
record Version(int major, int minor)
{
    static final Version FIRST = new Version(1, 1);

    /**
     * @param text for example {@code 2.1}
     * @return the version; 0.0, which no page has, if the text is not a version
     */
    static Version parse(String text)
    {
        int dot = text.indexOf('.');
        try {
            return new Version(Integer.parseInt(text.substring(0, Math.max(0, dot))),
                Integer.parseInt(text.substring(dot + 1)));
        } catch (NumberFormatException e) {
            return new Version(0, 0);
        }
    }

    Version next(boolean minorEdit)
    {
        return minorEdit ? new Version(this.major, this.minor + 1) : new Version(this.major + 1, 1);
    }

    @Override
    public String toString()
    {
        return this.major + "." + this.minor;
    }
}
