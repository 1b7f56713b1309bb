/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Shows jobs: their progress, and the buttons that start, cancel and resume them. */
package org.copsuite.macro.job;
