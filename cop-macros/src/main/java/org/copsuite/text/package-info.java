/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What every binding does to members' text before it is rendered: it is parsed within limits, and what its author may
 * not say to a browser is taken out. Rendering itself is the binding's.
 */
package org.copsuite.text;
