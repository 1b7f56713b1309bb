/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.setting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.SettingType;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints the settings that the reader may change: a switch for each flag, and one form for all others. */
@Component(roles = SettingFragments.class)
@Singleton
public class SettingFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<Settings> settings;

    /**
     * @param target whose settings
     * @return all contributed settings of that scope that the reader may change, by key, with their values
     * @throws CopException SIGN_IN for a guest; FORBIDDEN if there are settings and the reader may change none
     */
    public List<Field> fields(SettingTarget target) throws CopException
    {
        CopException.requireAccount(this.printer.reader());
        List<Setting<?>> declared = this.settings.get().declared(target.scope());
        // The same for all settings that the same people change: asked once, since it takes statements.
        Map<Setting.Authority, Boolean> may = new EnumMap<>(Setting.Authority.class);
        List<Field> fields = declared.stream().filter(setting -> may.computeIfAbsent(setting.authority(),
            authority -> this.settings.get().mayChange(this.printer.reader(), setting, target)))
            .map(setting -> field(setting, target)).toList();
        if (fields.isEmpty() && !declared.isEmpty()) {
            throw CopException.forbidden();
        }
        return fields;
    }

    /**
     * @param target whose settings
     * @return the forms of all settings without a form of their own; empty if there is none
     * @throws CopException as {@link #fields}
     */
    public Html form(SettingTarget target) throws CopException
    {
        List<Field> fields = fields(target).stream().filter(field -> !field.ownForm()).toList();
        return fields.isEmpty() ? Html.EMPTY : this.printer.print("setting/form", "path", path(target), "flags",
            fields.stream().filter(Field::flag).toList(), "values",
            fields.stream().filter(field -> !field.flag()).toList());
    }

    private static String path(SettingTarget target)
    {
        return switch (target.scope()) {
            case WIKI -> "/settings";
            case COMMUNITY -> "/settings/communities/" + target.community();
            case PERSON -> "/settings/me";
        };
    }

    private <T> Field field(Setting<T> setting, SettingTarget target)
    {
        SettingType<T> type = setting.type();
        String value = type.print(this.settings.get().get(setting, target));
        String id = "cop-setting-" + setting.key().replace('.', '-');
        Bounds bounds = null;
        if (type instanceof SettingType.WholeNumber number) {
            bounds = new Bounds(number.minimum(), number.maximum());
        } else if (type instanceof SettingType.Text text) {
            bounds = new Bounds(0, text.maximum());
        } else if (type instanceof SettingType.Rising numbers) {
            bounds = new Bounds(0, numbers.length());
        }
        return new Field(setting.key(), id, type.kind(), value, type.print(setting.initial()), type.choices(), bounds,
            setting.ownForm());
    }

    /**
     * A setting with its value.
     *
     * @param key the key
     * @param id the HTML id of its field
     * @param type {@code flag}, {@code number}, {@code choice} or {@code text}
     * @param value the value, as forms and programs write it
     * @param initial the default
     * @param choices the valid values of a flag or choice; empty for the other types
     * @param bounds the bounds of a number or of the length of a text; {@code null} for the other types
     * @param ownForm whether another form changes it
     */
    public record Field(String key, String id, String type, String value, String initial, List<String> choices,
        Bounds bounds, boolean ownForm)
    {
        /** @return whether it is on or off */
        public boolean flag()
        {
            return "flag".equals(this.type);
        }
    }

    /**
     * The bounds of a field.
     *
     * @param minimum the lowest number
     * @param maximum the highest number, or the maximum length in characters
     */
    public record Bounds(int minimum, int maximum)
    {
    }
}
