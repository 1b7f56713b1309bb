/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files of drafts are stored apart from their rows, so that the database holds none of them in memory. */
class DraftContentsTest extends AbstractQuestionTest
{
    @Test
    void hsqldbStoresFilesOutsideOfTheRows()
    {
        Object type = this.ledger.read(session -> session.createNativeQuery("select data_type from "
            + "information_schema.columns where table_name = 'COP_UPLOAD' and column_name = 'CONTENT'").getSingleResult());

        assertThat(type).isEqualTo("BINARY LARGE OBJECT");
    }
}
