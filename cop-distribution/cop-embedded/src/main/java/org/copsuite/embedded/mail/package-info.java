/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Sends the mail of the embedded wiki: over SMTP if a server is configured, otherwise into files. The texts of mails do
 * not belong here.
 */
package org.copsuite.embedded.mail;
