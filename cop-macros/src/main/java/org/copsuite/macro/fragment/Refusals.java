/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.CopException.Message;
import org.copsuite.wiki.Html;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Prints what a reader sees in place of a part of a page that cannot be printed, and logs the failure. */
@Component(roles = Refusals.class)
@Singleton
public class Refusals
{
    @Inject
    private Printer printer;

    @Inject
    private Logger logger;

    /**
     * @param part the name of the part, for the log
     * @param refusal why the part cannot be printed
     * @return its message, with a link to sign in or to the first page of a list where that helps
     */
    public Html of(String part, CopException refusal)
    {
        if (refusal.getKind() == Kind.UNAVAILABLE) {
            this.logger.warn("Failed to print [{}], a service is unavailable: {}", part, refusal.getMessage());
        }
        // A page has no form field to mark, so the page shows the message of the first field.
        Message message = refusal.getFields().values().stream().findFirst().orElse(refusal.getText());
        return this.printer.print("part/refusal", "message", this.printer.text(message.key(), message.arguments()),
            "signIn", refusal.getKind() == Kind.SIGN_IN, "begin", refusal.getFields().containsKey("after"));
    }

    /**
     * @param part the name of the part, for the log
     * @param failure an unexpected failure
     * @return a general message, since details of the failure would reveal internals
     */
    public Html of(String part, RuntimeException failure)
    {
        this.logger.error("Failed to print [{}]; the page shows a message instead.", part, failure);
        return this.printer.print("part/message", "kind", "error", "message", this.printer.text("cop.macro.failed"));
    }
}
