/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What pages show of handovers: a macro, with the form that makes a milestone of one. */
package org.copsuite.macro.handover;
