/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.browser;

import java.nio.file.Path;

import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives tests the one browser and the one site of the run; keeps a picture of what was seen when a test failed. */
public class BrowserExtension implements ParameterResolver, ExecutionCondition, TestExecutionExceptionHandler
{
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context)
    {
        return Browser.missing().map(ConditionEvaluationResult::disabled)
            .orElseGet(() -> ConditionEvaluationResult.enabled("There is a browser."));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context)
    {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context)
    {
        return parameter.getParameter().getType() == Site.class ? Site.get() : browser(context);
    }

    private static Browser browser(ExtensionContext context)
    {
        Browser browser = context.getRoot().getStore(OURS).getOrComputeIfAbsent("browser",
            key -> new Held(Browser.start(Site.get().base(), true)), Held.class).browser();
        browser.wide();
        return browser;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable
    {
        Held held = context.getRoot().getStore(OURS).get("browser", Held.class);
        if (held != null) {
            Path file = Path.of("target", "failures", context.getRequiredTestClass().getSimpleName() + '.'
                + context.getRequiredTestMethod().getName() + ".png");
            held.browser().picture(file);
        }
        throw failure;
    }

    /** Closed by JUnit at the end of the run. */
    private record Held(Browser browser) implements AutoCloseable
    {
        @Override
        public void close()
        {
            this.browser.close();
        }
    }
}
