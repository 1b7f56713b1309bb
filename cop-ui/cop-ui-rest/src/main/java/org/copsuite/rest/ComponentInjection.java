/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;

import javax.ws.rs.core.Context;
import javax.ws.rs.core.Feature;
import javax.ws.rs.core.FeatureContext;

import org.glassfish.hk2.api.ClassAnalyzer;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;
import org.glassfish.jersey.InjectionManagerProvider;

/**
 * Keeps Jersey from injecting the fields of the suite's components again, which the component manager has injected.
 * Fields marked {@code @Context} remain Jersey's. For a binding that registers the components with a Jersey of its own;
 * XWiki does the same itself.
 */
public final class ComponentInjection implements Feature
{
    private static final String NAME = "cop-components";

    @Override
    public boolean configure(FeatureContext context)
    {
        ServiceLocator locator = InjectionManagerProvider.getInjectionManager(context).getInstance(ServiceLocator.class);
        ClassAnalyzer jersey = locator.getService(ClassAnalyzer.class, locator.getDefaultClassAnalyzerName());
        ServiceLocatorUtilities.addOneConstant(locator, new Analyzer(jersey), NAME, ClassAnalyzer.class);
        locator.setDefaultClassAnalyzerName(NAME);
        return true;
    }

    /**
     * Analyses classes as Jersey does, without the injected fields of components.
     *
     * @param jersey Jersey's analyser
     */
    private record Analyzer(ClassAnalyzer jersey) implements ClassAnalyzer
    {
        @Override
        public <T> Constructor<T> getConstructor(Class<T> type) throws NoSuchMethodException
        {
            return this.jersey.getConstructor(type);
        }

        @Override
        public <T> Set<Method> getInitializerMethods(Class<T> type)
        {
            return this.jersey.getInitializerMethods(type);
        }

        @Override
        public <T> Set<Field> getFields(Class<T> type)
        {
            Set<Field> fields = new HashSet<>(this.jersey.getFields(type));
            if (CopRestComponent.class.isAssignableFrom(type)) {
                fields.removeIf(field -> !field.isAnnotationPresent(Context.class));
            }
            return fields;
        }

        @Override
        public <T> Method getPostConstructMethod(Class<T> type)
        {
            return this.jersey.getPostConstructMethod(type);
        }

        @Override
        public <T> Method getPreDestroyMethod(Class<T> type)
        {
            return this.jersey.getPreDestroyMethod(type);
        }
    }
}
