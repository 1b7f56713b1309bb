/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import java.lang.reflect.InvocationTargetException;

import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;

/** Lets templates read the components of a record as properties. */
public final class RecordUberspect extends SecureUberspector
{
    @Override
    public VelPropertyGet getPropertyGet(Object object, String name, Info info)
    {
        if (object instanceof Record) {
            VelMethod accessor = getMethod(object, name, new Object[0], info);
            if (accessor != null) {
                return new Accessor(accessor);
            }
        }
        return super.getPropertyGet(object, name, info);
    }

    /**
     * Reads a component of a record.
     *
     * @param method the accessor of the component
     */
    private record Accessor(VelMethod method) implements VelPropertyGet
    {
        @Override
        public Object invoke(Object object) throws IllegalAccessException, InvocationTargetException
        {
            return this.method.invoke(object, new Object[0]);
        }

        @Override
        public boolean isCacheable()
        {
            return true;
        }

        @Override
        public String getMethodName()
        {
            return this.method.getMethodName();
        }
    }
}
