/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki.objects;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stands in for the platform's in tests: keeps values by name. */
public class BaseObject
{
    private final Map<String, Object> values = new LinkedHashMap<>();

    private String guid = UUID.randomUUID().toString();

    public BaseObject copy()
    {
        BaseObject copy = new BaseObject();
        copy.values.putAll(this.values);
        copy.guid = this.guid;
        return copy;
    }

    public String getGuid()
    {
        return this.guid;
    }

    public void setGuid(String guid)
    {
        this.guid = guid;
    }

    public Set<String> getPropertyList()
    {
        return this.values.keySet();
    }

    public String getStringValue(String name)
    {
        Object value = this.values.get(name);
        return value == null ? "" : value.toString();
    }

    public void setStringValue(String name, String value)
    {
        this.values.put(name, value);
    }

    public void setLargeStringValue(String name, String value)
    {
        this.values.put(name, value);
    }

    public List getListValue(String name)
    {
        return (List) this.values.getOrDefault(name, List.of());
    }

    public void setDBStringListValue(String name, List value)
    {
        this.values.put(name, List.copyOf(value));
    }

    public int getIntValue(String name, int otherwise)
    {
        return (int) this.values.getOrDefault(name, otherwise);
    }

    public void setIntValue(String name, int value)
    {
        this.values.put(name, value);
    }

    public Date getDateValue(String name)
    {
        return (Date) this.values.get(name);
    }

    public void setDateValue(String name, Date value)
    {
        this.values.put(name, value);
    }
}
