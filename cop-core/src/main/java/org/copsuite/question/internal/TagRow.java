/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/**
 * The number of questions of a community and deciding space that carry a tag. The id is a hash of community, space and
 * tag: the three together are too long for a key in some databases.
 */
@Entity
@Table(name = "cop_tag")
public class TagRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 768)
    String space;

    @Column(nullable = false, length = 100)
    String tag;

    @Column(nullable = false)
    int questions;

    /** For Hibernate. */
    protected TagRow()
    {
    }

    TagRow(String wiki, UUID community, String space, String tag, int questions)
    {
        super(wiki, idOf(community, space, tag));
        this.community = community;
        this.space = space;
        this.tag = tag;
        this.questions = questions;
    }

    static UUID idOf(UUID community, String space, String tag)
    {
        return UUID.nameUUIDFromBytes((community + "\n" + space + '\n' + tag).getBytes(StandardCharsets.UTF_8));
    }
}
