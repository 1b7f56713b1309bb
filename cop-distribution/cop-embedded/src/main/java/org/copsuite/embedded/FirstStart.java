/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;

import org.copsuite.CopException;
import org.copsuite.embedded.sample.SampleLoader;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.embedded.store.Settings;
import org.copsuite.embedded.xar.PagesInstaller;
import org.copsuite.wiki.Groups;
import org.xwiki.component.embed.EmbeddableComponentManager;

/**
 * Installs the suite's pages at every start if they are newer than those of the wiki, and at the first start the
 * samples or an administrator.
 */
final class FirstStart
{
    private static final String SAMPLES = "samples";

    private static final String DONE = "installed";

    private static final String NONE = "none";

    /** The characters of a generated password, without those that people confuse: 0 and o, 1, i and l. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD = 14;

    private FirstStart()
    {
    }

    /**
     * @return the password of the new administrator if this is the first start of a wiki without samples, empty
     *         otherwise
     */
    static Optional<String> run(EmbeddableComponentManager components, WikiOptions options) throws StartException
    {
        Components.get(components, PagesInstaller.class).install();
        Settings settings = Components.get(components, Settings.class);
        if (settings.get(SAMPLES).isPresent()) {
            return Optional.empty();
        }
        try {
            if (options.empty()) {
                Optional<String> password = createAdministrator(components);
                settings.set(SAMPLES, NONE);
                return password;
            }
            Components.get(components, SampleLoader.class).install();
            settings.set(SAMPLES, DONE);
            return Optional.empty();
        } catch (IOException | CopException | RefusedException e) {
            throw new StartException("Failed to install the samples: start with --empty, in another data folder.", e);
        }
    }

    static boolean hasSamples(Settings settings)
    {
        return settings.get(SAMPLES).filter(DONE::equals).isPresent();
    }

    private static Optional<String> createAdministrator(EmbeddableComponentManager components) throws RefusedException
    {
        Accounts accounts = Components.get(components, Accounts.class);
        if (accounts.count() > 0) {
            return Optional.empty();
        }
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Account account = accounts.create("admin", password.toString(), AccountDraft.of("Administrator"));
        Components.get(components, Groups.class).add(GroupDirectory.ADMINISTRATORS, account.id());
        return Optional.of(password.toString());
    }
}
