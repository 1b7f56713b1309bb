/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.Objects;

/**
 * Declares one setting: its key, the type of its values, its default, where it applies and who changes it. The
 * declaration is a constant of the capability that reads it; a {@link org.copsuite.spi.SettingProvider} contributes it,
 * and then the suite's forms, its REST resource and its documentation have it. A value that the suite stores for itself,
 * such as a key, is a setting that no provider contributes.
 *
 * @param key the name under which values are stored, 1 to 100 characters; never changed once it was published
 * @param type the type of the values
 * @param initial the value while nobody has changed it
 * @param scope where it applies
 * @param authority who may change it
 * @param ownForm whether another form and another resource change it, with words or conditions of their own. The generic
 *            form and resource then only show it
 * @param <T> the type of the values
 */
public record Setting<T>(String key, SettingType<T> type, T initial, Scope scope, Authority authority, boolean ownForm)
{
    private static final int LONGEST_KEY = 100;

    /** Validates the key and the combination of scope and authority. */
    public Setting
    {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(initial, "initial");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A setting's key must have 1 to " + LONGEST_KEY + " characters.");
        }
        boolean possible = switch (authority) {
            case ADMINISTRATOR -> scope != Scope.PERSON;
            case FACILITATOR -> scope == Scope.COMMUNITY;
            case PERSON -> scope == Scope.PERSON;
        };
        if (!possible) {
            throw new IllegalArgumentException(authority + " changes no setting of a " + scope + '.');
        }
    }

    /**
     * Declares a setting of any type. By default an administrator changes it for the wiki, a facilitator for a
     * community, everybody for themselves.
     *
     * @param key its key
     * @param type the type of its values
     * @param initial its default
     * @param scope where it applies
     * @param <T> the type of its values
     * @return the setting
     */
    public static <T> Setting<T> of(String key, SettingType<T> type, T initial, Scope scope)
    {
        return new Setting<>(key, type, initial, scope, scope.usual, false);
    }

    /**
     * @param key its key
     * @param initial its default
     * @param scope where it applies
     * @return a setting that is on or off, stored as {@code true} or {@code false}
     */
    public static Setting<Boolean> flag(String key, boolean initial, Scope scope)
    {
        return of(key, new SettingType.Flag("true", "false"), initial, scope);
    }

    /**
     * @param key its key
     * @param minimum the lowest valid number
     * @param maximum the highest valid number
     * @param initial its default
     * @param scope where it applies
     * @return a setting with a whole number
     */
    public static Setting<Integer> number(String key, int minimum, int maximum, int initial, Scope scope)
    {
        return of(key, new SettingType.WholeNumber(minimum, maximum), initial, scope);
    }

    /**
     * @param key its key
     * @param initial its default
     * @param scope where it applies
     * @param <E> the values
     * @return a setting with one of the constants of an enum, stored by its name
     */
    public static <E extends Enum<E>> Setting<E> choice(String key, E initial, Scope scope)
    {
        return of(key, new SettingType.Choice<>(initial.getDeclaringClass()), initial, scope);
    }

    /**
     * @param key its key
     * @param maximum the maximum length in characters, at most {@value SettingType#LONGEST}
     * @param initial its default
     * @param scope where it applies
     * @return a setting with one line of text
     */
    public static Setting<String> text(String key, int maximum, String initial, Scope scope)
    {
        return of(key, new SettingType.Text(maximum), initial, scope);
    }

    /**
     * @param who who may change it
     * @return the setting, changed by somebody else than usual
     */
    public Setting<T> changedBy(Authority who)
    {
        return new Setting<>(this.key, this.type, this.initial, this.scope, who, this.ownForm);
    }

    /** @return the setting, changed by a form and a resource of its own */
    public Setting<T> withOwnForm()
    {
        return new Setting<>(this.key, this.type, this.initial, this.scope, this.authority, true);
    }

    /** Where a setting applies. */
    public enum Scope
    {
        /** In the whole wiki. */
        WIKI(Authority.ADMINISTRATOR),
        /** In one community. */
        COMMUNITY(Authority.FACILITATOR),
        /** For one person. */
        PERSON(Authority.PERSON);

        private final Authority usual;

        Scope(Authority usual)
        {
            this.usual = usual;
        }
    }

    /** Who may change a setting. */
    public enum Authority
    {
        /** Administrators of the wiki. */
        ADMINISTRATOR,
        /** Facilitators of the community, and administrators. */
        FACILITATOR,
        /** Everybody for themselves. */
        PERSON
    }
}
