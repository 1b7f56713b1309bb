/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Communities of practice: their spaces, members and roles, and the directory of them.
 * What a community talks about lives in other capabilities, which name a community by its UUID.
 */
package org.copsuite.community;
