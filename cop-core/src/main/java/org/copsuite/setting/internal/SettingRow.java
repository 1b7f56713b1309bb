/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.setting.internal;

import java.io.Serializable;
import java.util.Objects;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A setting of a wiki or, with a person, that person's preference there. */
@Entity
@IdClass(SettingRow.Key.class)
@Table(name = "cop_setting")
public class SettingRow
{
    @Id
    @Column(length = 64)
    String wiki;

    /** The person; {@code "*"} for the wiki's setting, since some databases store an empty string as null. */
    @Id
    @Column(length = 255)
    String person;

    @Id
    @Column(name = "setting_name", length = 100)
    String name;

    @Column(name = "setting_value", nullable = false, length = 1000)
    String value;

    /** For Hibernate. */
    protected SettingRow()
    {
    }

    SettingRow(String wiki, String person, String name, String value)
    {
        this.wiki = wiki;
        this.person = person;
        this.name = name;
        this.value = value;
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String person;

        private String name;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, String person, String name)
        {
            this.wiki = wiki;
            this.person = person;
            this.name = name;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.person, key.person) && Objects.equals(this.name, key.name);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.person, this.name);
        }
    }
}
