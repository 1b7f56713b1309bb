/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What pages show of endorsements: a section of a profile, a panel of a community's home page, a macro. */
package org.copsuite.macro.endorsement;
