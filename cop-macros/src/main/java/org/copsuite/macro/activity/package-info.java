/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What happened lately in communities: a panel of a community's home page, and a macro. */
package org.copsuite.macro.activity;
