/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Prepares members' text for rendering in every binding: parses it within limits, restricts attributes, links and
 * macros, and adds semantic markup. Rendering itself belongs to the binding.
 */
package org.copsuite.text;
