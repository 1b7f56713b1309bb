/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.copsuite.rest.Nullable;
import org.copsuite.routing.RoutingService.Asked;
import org.copsuite.routing.RoutingService.Own;
import org.copsuite.routing.RoutingService.Similar;
import org.copsuite.spi.Message;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** Who was asked to answer a question. */
record AskedJson(List<AskedPersonJson> people, @Nullable OwnAskedJson own, boolean mayAsk, int left)
{
    static AskedJson of(Asked asked, Function<Message, String> words)
    {
        return new AskedJson(
            asked.people().stream().map(one -> new AskedPersonJson(one.person(), one.byName(), one.at())).toList(),
            asked.own() == null ? null : OwnAskedJson.of(asked.own(), words), asked.mayAsk(), asked.left());
    }

    /** Somebody who was asked. */
    record AskedPersonJson(Person person, boolean byName, Instant at)
    {
    }

    /** Why the reader was asked. */
    record OwnAskedJson(@Nullable Person by, String reason, @Nullable UUID question, @Nullable String questionTitle,
        @Nullable PageId url, boolean declined)
    {
        static OwnAskedJson of(Own own, Function<Message, String> words)
        {
            Similar similar = own.similar();
            return new OwnAskedJson(own.by(), words.apply(own.reason()), similar == null ? null : similar.id().value(),
                similar == null ? null : similar.title(), similar == null ? null : similar.page(), own.declined());
        }
    }
}
