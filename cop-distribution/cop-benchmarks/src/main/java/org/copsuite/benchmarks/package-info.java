/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains benchmarks, attacks and the evaluation of retrieval on the embedded wiki. They measure speed, speed as data
 * grows, correctness under load and after a crash, and the quality of retrieval on public data;
 * docs/developer/benchmarks.md lists the commands and results. Nothing of the product belongs here, and the product
 * does not depend on this package.
 */
package org.copsuite.benchmarks;
