/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition;

import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.spi.Acts;
import org.xwiki.component.annotation.Component;

/** The act types of recognition. */
@Component
@Named("recognition")
@Singleton
public class RecognitionActs implements Acts
{
    /** Thanked somebody. Subject: the id of the thanks; beneficiary: the person thanked. */
    public static final ActType<ThanksDetail> THANKED =
        ActType.named("thanked").withDetail(DetailCodec.of(ThanksDetail::write, ThanksDetail::read)).creating();

    /** Withdrew thanks, by their author or an administrator. Subject: the id of the thanks. */
    public static final ActType<Void> UNTHANKED = ActType.named("unthanked").ending();

    /**
     * What thanks say.
     *
     * @param post the post that they are about, {@code null} for none
     * @param message the message
     */
    public record ThanksDetail(UUID post, String message)
    {
        private static final String NO_POST = "-";

        private static String write(ThanksDetail thanks)
        {
            return (thanks.post == null ? NO_POST : thanks.post.toString()) + '\n' + thanks.message;
        }

        private static ThanksDetail read(String text)
        {
            int end = text.indexOf('\n');
            String post = text.substring(0, end);
            return new ThanksDetail(NO_POST.equals(post) ? null : UUID.fromString(post), text.substring(end + 1));
        }
    }
}
