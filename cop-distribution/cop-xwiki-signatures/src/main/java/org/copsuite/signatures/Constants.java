/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

/** Parses values of constants, as {@code javap -constants} prints them. */
final class Constants
{
    private Constants()
    {
    }

    /**
     * @param text the value in the file
     * @param type the name of the constant's type
     * @return the value as a class file holds it
     */
    static Object parse(String text, String type)
    {
        return switch (type) {
            case "java.lang.String" -> unescape(text.substring(1, text.length() - 1));
            case "char" -> (int) unescape(text.substring(1, text.length() - 1)).charAt(0);
            case "boolean" -> "true".equals(text) ? 1 : 0;
            case "long" -> Long.parseLong(text.replaceAll("[lL]$", ""));
            case "float" -> Float.parseFloat(text);
            case "double" -> Double.parseDouble(text);
            default -> Integer.parseInt(text);
        };
    }

    private static String unescape(String text)
    {
        return text.translateEscapes();
    }
}
