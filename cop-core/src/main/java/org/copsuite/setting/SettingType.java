/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.copsuite.CopException;
import org.copsuite.PlainText;

/**
 * The type of a setting's values: which ones are valid, how they are stored, and how people and programs write them.
 *
 * @param <T> the type of the values
 */
public sealed interface SettingType<T>
{
    /** Maximum length of a stored value in characters. */
    int LONGEST = 1000;

    /**
     * @param value a value
     * @return how it is stored
     */
    String encode(T value);

    /**
     * @param stored a stored value
     * @return the value; empty if it is not valid, or no longer
     */
    Optional<T> decode(String stored);

    /**
     * @param value a value
     * @return how forms and programs write it
     */
    String print(T value);

    /**
     * @param field the field of the form, named by the refusal
     * @param typed what was typed or sent
     * @return the value
     * @throws CopException INVALID for the field, with the bounds in its message
     */
    T parse(String field, String typed) throws CopException;

    /** @return the name of the type: {@code flag}, {@code number}, {@code choice} or {@code text} */
    String kind();

    /** @return what {@link #print} writes for each value, in their order; empty for an open range */
    List<String> choices();

    /**
     * On or off. Written as {@code true} and {@code false}.
     *
     * @param on how it is stored while on
     * @param off how it is stored while off
     */
    record Flag(String on, String off) implements SettingType<Boolean>
    {
        private static final List<String> YES = List.of("true", "1", "on", "yes");

        private static final List<String> NO = List.of("false", "0", "off", "no");

        @Override
        public String encode(Boolean value)
        {
            return value ? this.on : this.off;
        }

        @Override
        public Optional<Boolean> decode(String stored)
        {
            return stored.equals(this.on) ? Optional.of(true)
                : Optional.of(false).filter(value -> stored.equals(this.off));
        }

        @Override
        public String print(Boolean value)
        {
            return value.toString();
        }

        @Override
        public Boolean parse(String field, String typed) throws CopException
        {
            String word = typed.strip().toLowerCase(Locale.ROOT);
            if (!YES.contains(word) && !NO.contains(word)) {
                throw unknown(field, choices());
            }
            return YES.contains(word);
        }

        @Override
        public String kind()
        {
            return "flag";
        }

        @Override
        public List<String> choices()
        {
            return List.of("true", "false");
        }
    }

    /**
     * A whole number.
     *
     * @param minimum the lowest valid number
     * @param maximum the highest valid number
     */
    record WholeNumber(int minimum, int maximum) implements SettingType<Integer>
    {
        @Override
        public String encode(Integer value)
        {
            return value.toString();
        }

        @Override
        public Optional<Integer> decode(String stored)
        {
            try {
                return Optional.of(Integer.valueOf(stored))
                    .filter(value -> value >= this.minimum && value <= this.maximum);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String print(Integer value)
        {
            return value.toString();
        }

        @Override
        public Integer parse(String field, String typed) throws CopException
        {
            return decode(typed.strip()).orElseThrow(
                () -> CopException.invalid(field, "cop.setting.error.number", this.minimum, this.maximum));
        }

        @Override
        public String kind()
        {
            return "number";
        }

        @Override
        public List<String> choices()
        {
            return List.of();
        }
    }

    /**
     * One of the constants of an enum. Stored by its name, written in lower case.
     *
     * @param type the enum
     * @param <E> the enum
     */
    record Choice<E extends Enum<E>>(Class<E> type) implements SettingType<E>
    {
        @Override
        public String encode(E value)
        {
            return value.name();
        }

        @Override
        public Optional<E> decode(String stored)
        {
            return Arrays.stream(this.type.getEnumConstants()).filter(value -> value.name().equalsIgnoreCase(stored))
                .findFirst();
        }

        @Override
        public String print(E value)
        {
            return value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public E parse(String field, String typed) throws CopException
        {
            return decode(typed.strip()).orElseThrow(() -> unknown(field, choices()));
        }

        @Override
        public String kind()
        {
            return "choice";
        }

        @Override
        public List<String> choices()
        {
            return Arrays.stream(this.type.getEnumConstants()).map(this::print).toList();
        }
    }

    /**
     * One line of text.
     *
     * @param maximum the maximum length in characters, at most {@value SettingType#LONGEST}
     */
    record Text(int maximum) implements SettingType<String>
    {
        /** Validates the length. */
        public Text
        {
            if (maximum < 1 || maximum > LONGEST) {
                throw new IllegalArgumentException("A text must have at most " + LONGEST + " characters.");
            }
        }

        @Override
        public String encode(String value)
        {
            return value;
        }

        @Override
        public Optional<String> decode(String stored)
        {
            return Optional.of(stored).filter(value -> value.length() <= this.maximum);
        }

        @Override
        public String print(String value)
        {
            return value;
        }

        @Override
        public String parse(String field, String typed) throws CopException
        {
            return decode(PlainText.line(typed))
                .orElseThrow(() -> CopException.invalid(field, "cop.setting.error.text", this.maximum));
        }

        @Override
        public String kind()
        {
            return "text";
        }

        @Override
        public List<String> choices()
        {
            return List.of();
        }
    }

    /**
     * Whole numbers, each higher than the one before. Written with a comma between them, as {@code 2, 5, 10}.
     *
     * @param count how many
     * @param minimum the lowest valid number
     * @param maximum the highest valid number
     */
    record Rising(int count, int minimum, int maximum) implements SettingType<List<Integer>>
    {
        private static final String BETWEEN = ", ";

        private static final int DIGITS = 9;

        @Override
        public String encode(List<Integer> value)
        {
            return value.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
        }

        @Override
        public Optional<List<Integer>> decode(String stored)
        {
            List<String> words = Arrays.stream(stored.split(",", -1)).map(String::strip).toList();
            if (words.size() != this.count || !words.stream().allMatch(word -> word.matches("[0-9]{1," + DIGITS + "}"))) {
                return Optional.empty();
            }
            List<Integer> numbers = words.stream().map(Integer::valueOf).toList();
            int last = this.minimum - 1;
            for (int number : numbers) {
                if (number <= last || number > this.maximum) {
                    return Optional.empty();
                }
                last = number;
            }
            return Optional.of(numbers);
        }

        @Override
        public String print(List<Integer> value)
        {
            return encode(value);
        }

        @Override
        public List<Integer> parse(String field, String typed) throws CopException
        {
            return decode(typed).orElseThrow(() -> CopException.invalid(field, "cop.setting.error.rising", this.count,
                this.minimum, this.maximum));
        }

        @Override
        public String kind()
        {
            return "text";
        }

        @Override
        public List<String> choices()
        {
            return List.of();
        }

        /** @return the maximum length of what people write, in characters */
        public int length()
        {
            return this.count * (BETWEEN.length() + DIGITS);
        }
    }

    private static CopException unknown(String field, List<String> choices)
    {
        return CopException.invalid(field, "cop.setting.error.choice", String.join(", ", choices));
    }
}
