/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.runtime.directive.Block;
import org.copsuite.wiki.Html;

/**
 * Escapes every reference that a template prints, except values of type {@link Html}, numbers and the template's own
 * blocks.
 */
public final class EscapingHandler implements ReferenceInsertionEventHandler
{
    @Override
    public Object referenceInsert(Context context, String reference, Object value)
    {
        if (value == null || value instanceof Html || value instanceof Number || value instanceof Block.Reference) {
            return value;
        }
        return HtmlEscaper.escape(value.toString());
    }
}
