/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Mail of the embedded wiki: over SMTP where a server is named, otherwise into files. What it says is written elsewhere. */
package org.copsuite.embedded.mail;
