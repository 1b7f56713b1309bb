/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.setting;

import java.util.List;

import org.copsuite.macro.setting.SettingFragments.Field;
import org.copsuite.rest.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A setting with its value. The bounds are those of a number, or of the length of a text. */
record SettingJson(String key, String type, String value, @JsonProperty("default") String initial, List<String> choices,
    @Nullable Integer minimum, @Nullable Integer maximum, boolean ownForm)
{
    static SettingJson of(Field field)
    {
        Integer minimum = field.bounds() == null ? null : field.bounds().minimum();
        Integer maximum = field.bounds() == null ? null : field.bounds().maximum();
        return new SettingJson(field.key(), field.type(), field.value(), field.initial(), field.choices(), minimum, maximum,
            field.ownForm());
    }
}
