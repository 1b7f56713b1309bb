/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.copsuite.PlainText;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.GroupBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.util.ErrorBlockGenerator;

/**
 * Replaces a macro that failed by a message for readers. The log gets the cause, without its exception message, which
 * may quote a member's text.
 */
@Component
@Singleton
public class QuietErrors implements ErrorBlockGenerator
{
    private static final int LENGTH = 60;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Logger logger;

    @Override
    public List<Block> generateErrorBlocks(String message, String description, boolean inline)
    {
        return blocks("embedded.macro.failed.some", "", inline);
    }

    @Override
    public List<Block> generateErrorBlocks(String message, Throwable throwable, boolean inline)
    {
        log("", throwable);
        return blocks("embedded.macro.failed.some", "", inline);
    }

    @Override
    public List<Block> generateErrorBlocks(boolean inline, String messageId, String defaultMessage,
        String defaultDescription, Object... arguments)
    {
        String macro = arguments.length > 0 && arguments[0] instanceof String id ? PlainText.cut(id, LENGTH) : "";
        for (Object argument : arguments) {
            if (argument instanceof MacroRefusedException refused) {
                return blocks(refused.getKey(), macro, inline);
            }
            if (argument instanceof Throwable throwable) {
                log(macro, throwable);
            }
        }
        return blocks(key(String.valueOf(messageId)), macro, inline);
    }

    private static String key(String messageId)
    {
        if (messageId.contains("unknown")) {
            return "embedded.macro.unknown";
        }
        if (messageId.toLowerCase(Locale.ROOT).contains("parameter")) {
            return "embedded.macro.parameter";
        }
        return messageId.contains("standalone") ? "embedded.macro.inline" : "embedded.macro.failed";
    }

    private List<Block> blocks(String key, String macro, boolean inline)
    {
        String text = this.texts.get().text(this.requests.get().locale(), key, macro);
        Map<String, String> parameters = Map.of(CLASS_ATTRIBUTE_NAME, CLASS_ATTRIBUTE_MESSAGE_VALUE);
        return List.of(inline ? new FormatBlock(List.of(new WordBlock(text)), Format.NONE, parameters)
            : new GroupBlock(List.of(new WordBlock(text)), parameters));
    }

    private void log(String macro, Throwable throwable)
    {
        Throwable root = ExceptionUtils.getRootCause(throwable);
        StackTraceElement[] frames = root.getStackTrace();
        this.logger.warn("Failed to show the macro [{}]: [{}] at [{}]; shows a message instead.", macro,
            root.getClass().getName(), frames.length > 0 ? frames[0] : "an unknown location");
        this.logger.debug("Failed to show the macro [{}]", macro, throwable);
    }
}
