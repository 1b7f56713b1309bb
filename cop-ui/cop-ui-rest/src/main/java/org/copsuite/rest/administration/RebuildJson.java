/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.administration;

import java.util.Optional;

import org.copsuite.ledger.Rebuild.Progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/** The progress of the last rebuild; only its state if there was none. */
record RebuildJson(String state, @JsonInclude(Include.NON_NULL) String view, @JsonInclude(Include.NON_NULL) Long done,
    @JsonInclude(Include.NON_NULL) Long total)
{
    static RebuildJson of(Optional<Progress> progress)
    {
        return progress.map(last -> new RebuildJson(last.state(), last.projection(), last.done(), last.total()))
            .orElse(new RebuildJson("never", null, null, null));
    }
}
