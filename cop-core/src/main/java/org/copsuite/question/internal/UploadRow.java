/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

import org.hibernate.annotations.Type;

/** A file of a post that is not saved yet, without the content: see {@link DraftContents}. */
@Entity
@Table(name = "cop_upload")
public class UploadRow
{
    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID id;

    @Column(nullable = false, length = 64)
    String wiki;

    /** The id of the future post. */
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID post;

    /** The person who uploaded the file. */
    @Column(nullable = false, length = 255)
    String person;

    @Column(name = "file_name", nullable = false, length = 255)
    String name;

    @Column(name = "media_type", nullable = false, length = 100)
    String type;

    @Column(name = "file_size", nullable = false)
    long size;

    /** When it was uploaded, in milliseconds of the epoch. */
    @Column(nullable = false)
    long added;

    /** Whether its content is stored; until then the row only reserves its space. */
    @Column(nullable = false)
    boolean arrived;

    /** Whether it is kept for longer than a day, because the post is held back. */
    @Column(nullable = false)
    boolean kept;
}
