/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.setting.CommunityAuthority;
import org.copsuite.setting.Setting;
import org.copsuite.setting.Setting.Scope;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.spi.SettingProvider;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Checks and converts; the values are in {@link SettingStore}. */
@Component
@Singleton
public class DefaultSettings implements Settings
{
    @Inject
    private SettingStore store;

    @Inject
    private Access access;

    @Inject
    private Provider<CommunityAuthority> communities;

    @Inject
    private Provider<List<SettingProvider>> providers;

    @Override
    public <T> T get(Setting<T> setting, SettingTarget target)
    {
        check(setting, target);
        return Optional.ofNullable(this.store.values(target.wiki(), setting.key()).get(SettingStore.holder(target)))
            .flatMap(setting.type()::decode).orElse(setting.initial());
    }

    @Override
    public <T> Map<UserId, T> ofPeople(Setting<T> setting, WikiId wiki)
    {
        Map<UserId, T> found = new HashMap<>();
        this.store.values(wiki, setting.key()).forEach((holder, stored) -> {
            if (SettingStore.isPerson(holder)) {
                setting.type().decode(stored).filter(value -> !value.equals(setting.initial()))
                    .ifPresent(value -> found.put(new UserId(holder), value));
            }
        });
        return found;
    }

    @Override
    public <T> Map<CommunityId, T> ofCommunities(Setting<T> setting, WikiId wiki)
    {
        Map<CommunityId, T> found = new HashMap<>();
        this.store.values(wiki, setting.key()).forEach((holder, stored) -> SettingStore.community(holder)
            .ifPresent(community -> setting.type().decode(stored).filter(value -> !value.equals(setting.initial()))
                .ifPresent(value -> found.put(community, value))));
        return found;
    }

    @Override
    public <T> void set(Setting<T> setting, SettingTarget target, T value)
    {
        check(setting, target);
        this.store.write(target, Collections.singletonMap(setting.key(), encode(setting, value)));
    }

    private static void check(Setting<?> setting, SettingTarget target)
    {
        if (setting.scope() != target.scope()) {
            throw new IllegalArgumentException(setting.key() + " is a setting of a " + setting.scope() + '.');
        }
    }

    @Override
    public List<Setting<?>> declared(Scope scope)
    {
        List<Setting<?>> declared = new ArrayList<>();
        declarations(scope).forEach(one -> declared.add(one.setting()));
        declared.sort(Comparator.comparing(Setting::key));
        return declared;
    }

    private Stream<Declaration> declarations(Scope scope)
    {
        return this.providers.get().stream().flatMap(provider -> provider.settings().stream()
            .filter(setting -> setting.scope() == scope).map(setting -> new Declaration(setting, provider)));
    }

    @Override
    public boolean mayChange(UserId actor, Setting<?> setting, SettingTarget target)
    {
        check(setting, target);
        return !actor.isGuest() && !actor.isImported() && switch (setting.authority()) {
            case ADMINISTRATOR -> Administrators.include(this.access, target.wiki(), actor);
            case FACILITATOR -> this.communities.get().facilitates(actor, target.wiki(), target.community());
            case PERSON -> actor.equals(target.person());
        };
    }

    @Override
    public void change(UserId actor, SettingTarget target, Map<String, String> typed) throws CopException
    {
        CopException.requireAccount(actor);
        Map<String, Declaration> declared = declarations(target.scope())
            .filter(one -> !one.setting().ownForm()).collect(Collectors.toMap(one -> one.setting().key(), one -> one));
        Map<String, CopException.Message> errors = new LinkedHashMap<>();
        Map<String, String> stored = new HashMap<>();
        for (Map.Entry<String, String> one : typed.entrySet()) {
            Declaration declaration = declared.get(one.getKey());
            if (declaration == null) {
                errors.put(one.getKey(), new CopException.Message("cop.setting.error.unknown"));
            } else if (!mayChange(actor, declaration.setting(), target)) {
                throw CopException.forbidden();
            } else {
                try {
                    stored.put(one.getKey(), parse(declaration.setting(), declaration.provider(), target, one.getValue()));
                } catch (CopException e) {
                    errors.putAll(e.getFields());
                }
            }
        }
        if (!errors.isEmpty()) {
            throw CopException.invalid(errors);
        }
        this.store.write(target, stored);
    }

    private <T> String parse(Setting<T> setting, SettingProvider provider, SettingTarget target, String typed)
        throws CopException
    {
        T value = setting.type().parse(setting.key(), typed);
        if (!value.equals(get(setting, target))) {
            provider.check(setting, value);
        }
        return encode(setting, value);
    }

    /** @return what is stored for a value; {@code null} for the default */
    private static <T> String encode(Setting<T> setting, T value)
    {
        return value.equals(setting.initial()) ? null : setting.type().encode(value);
    }

    /** A contributed setting with its provider. */
    private record Declaration(Setting<?> setting, SettingProvider provider)
    {
    }
}
