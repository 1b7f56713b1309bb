/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.security.authorization;

/** Stands in for the platform's in tests: its constants are values. */
public enum RuleState
{
    UNDETERMINED, DENY, ALLOW
}
