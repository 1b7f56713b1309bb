/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Measures the suite on the embedded wiki: speed, speed as data grows, correctness under load and after a crash, and how
 * good retrieval is on public data. docs/developer/benchmarks.md has the commands and what they gave.
 * Nothing here is part of the product, and the product knows nothing of it.
 */
package org.copsuite.benchmarks;
