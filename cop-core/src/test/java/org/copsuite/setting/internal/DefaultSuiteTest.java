/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;

import org.copsuite.CopException;
import org.copsuite.setting.Suite;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;

class DefaultSuiteTest
{
    @Test
    void isOnUntilItIsSwitchedOffInOneWiki()
    {
        try (TestWiki wiki = new TestWiki()) {
            Suite suite = wiki.get(Suite.class);
            assertThat(suite.isOn(new WikiId("xwiki"))).isTrue();
            assertThatCode(() -> suite.check(new WikiId("xwiki"))).doesNotThrowAnyException();

            List<String> heard = new ArrayList<>();
            suite.onTurn(turned -> heard.add(turned.value() + ' ' + suite.isOn(turned)));

            suite.turn(new WikiId("xwiki"), false);

            assertThat(heard).containsExactly("xwiki false");
            assertThat(suite.isOn(new WikiId("xwiki"))).isFalse();
            assertThat(suite.isOn(new WikiId("other"))).isTrue();
            CopException refusal = catchThrowableOfType(CopException.class, () -> suite.check(new WikiId("xwiki")));
            assertThat(refusal.getKind()).isEqualTo(CopException.Kind.FORBIDDEN);
            assertThat(refusal.getText().key()).isEqualTo("cop.suite.off");

            suite.turn(new WikiId("xwiki"), true);
            assertThat(suite.isOn(new WikiId("xwiki"))).isTrue();
        }
    }
}
