/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Charts: what a chart shows, and its JSON for the module {@code cop-chart.js}, which draws it with Chart.js. The
 * template macro {@code #chart} prints a chart with its table; nothing else knows the library.
 */
package org.copsuite.macro.chart;
