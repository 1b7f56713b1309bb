/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Endorsements: members of a community say that another member knows a topic, and why. Two of them confirm the topic.
 * A slice that edits nothing outside itself; {@code docs/developer/add-a-capability.md} walks through it.
 */
package org.copsuite.endorsement;
