/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What pages show of projects: a page, a list, a panel of a community's home page, the forms. */
package org.copsuite.macro.project;
