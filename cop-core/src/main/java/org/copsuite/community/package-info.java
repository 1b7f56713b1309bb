/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Communities of practice: their spaces, groups, members, roles and directory. Founds and adopts communities, lets
 * people join and leave, protects the spaces, and reads communities from its projections. The content of a community
 * belongs to other capabilities, which refer to a community by its UUID.
 */
package org.copsuite.community;
