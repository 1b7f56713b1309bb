/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.spi.Acts;
import org.xwiki.component.annotation.Component;

/** The act types of anonymous questions. */
@Component
@Named("anonymity")
@Singleton
public class AnonymityActs implements Acts
{
    /**
     * An administrator read who had asked a question anonymously. Subject: the question; detail: the reason. The entry does
     * not say who asked.
     */
    public static final ActType<String> REVEALED = ActType.named("revealed").withDetail(DetailCodec.TEXT);
}
