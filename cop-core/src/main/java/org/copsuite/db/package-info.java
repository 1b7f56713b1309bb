/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** What the suite asks of the database beyond Hibernate's own ways. */
package org.copsuite.db;
