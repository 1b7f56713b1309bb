/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Guests read pages in every language and region that there is, and in as many that there are not. */
final class LanguagesAttack implements Attack
{
    private static final int CLIENTS = 8;

    private static final List<String> PAGES = List.of("/bin/view/CoP/Questions", "/bin/login", "/bin/view/CoP/Communities");

    @Override
    public String name()
    {
        return "languages";
    }

    @Override
    public void run(AttackTarget target) throws InterruptedException
    {
        List<String> tags = Arrays.stream(Locale.getAvailableLocales()).map(Locale::toLanguageTag).sorted().toList();
        AtomicInteger next = new AtomicInteger();
        target.repeat(CLIENTS, number -> {
            int i = next.getAndIncrement();
            String tag = tags.get(i % tags.size()) + (i < tags.size() ? "" : "-x-a" + i);
            target.exchange(target.head("GET", PAGES.get(i % PAGES.size()), null, "Accept-Language: " + tag,
                "Connection: close") + "\r\n");
        });
    }
}
