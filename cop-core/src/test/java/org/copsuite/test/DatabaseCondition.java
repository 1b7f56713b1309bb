/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests, with the reason, where the database that this execution is about is not there. */
final class DatabaseCondition implements ExecutionCondition
{
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context)
    {
        return TestServer.chosen().missing().map(ConditionEvaluationResult::disabled)
            .orElseGet(() -> ConditionEvaluationResult.enabled(null));
    }
}
