/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** First questions that are held back, and coaching in a community. */
package org.copsuite.rest.coaching;
