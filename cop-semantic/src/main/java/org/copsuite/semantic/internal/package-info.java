/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * The sentence encoder of the optional extension: WordPiece in Java, since a native tokenizer cannot be loaded by the class
 * loader of an upgrade, and the model on ONNX Runtime. What is encoded and what the vectors are for is up to the search.
 */
package org.copsuite.semantic.internal;
