/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.inject.Singleton;

import org.copsuite.macro.Choice;
import org.xwiki.component.annotation.Component;

/** Shows the allowed values of a parameter and an empty option. */
@Component
@Singleton
@SuppressWarnings("rawtypes")
public class ChoiceField extends AbstractParameterField<Choice>
{
    @Override
    String field(Type type, String attributes)
    {
        Class<?> words = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
        String options = Arrays.stream(words.getEnumConstants())
            .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT))
            .map(word -> "<option" + attribute("value", word) + '>' + word + "</option>")
            .collect(Collectors.joining());
        return "<select" + attributes + "><option value=\"\"></option>" + options + "</select>";
    }
}
