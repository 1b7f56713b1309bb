/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Map;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.Wikis;
import org.slf4j.Logger;
import org.xwiki.collection.SoftCache;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.internal.multi.ComponentManagerManager;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.util.ReflectionUtils;
import org.xwiki.job.Job;
import org.xwiki.job.JobContext;
import org.xwiki.job.event.JobFinishedEvent;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.Event;
import org.xwiki.properties.BeanManager;

/**
 * Lets XWiki forget the roles of an extension that has gone. Its component managers keep every role that ever had a
 * component, and with the role's class the class loader and all that it has loaded: each uninstallation and each upgrade
 * would leave one behind. The class loaders of wikis hang below the one that goes, and are thrown away with it: what
 * their component managers keep of them would hold it too.
 * <p>
 * No method takes a role out, so the managers' map itself is cleaned, of roles without a component; and so are the caches
 * that describe and validate beans, as the parameters of macros. Where XWiki's fields are not what they were in 17.10,
 * nothing is done but a warning logged.
 */
@Component(roles = ForgottenRoles.class)
@Singleton
public class ForgottenRoles
{
    private static final String ROLES = "componentEntries";

    private static final String DESCRIPTIONS = "beanDescriptorCache";

    private static final String VALIDATION = "validatorFactory";

    private static final String NAME = ForgottenRoles.class.getName();

    @Inject
    private ComponentManager root;

    @Inject
    private ComponentManagerManager managers;

    @Inject
    private Wikis wikis;

    @Inject
    private BeanManager beans;

    @Inject
    private ObservationManager observation;

    @Inject
    private JobContext jobs;

    @Inject
    private Logger logger;

    /** Forgets them at the end of the job at hand, when nothing of the extension is registered any more. */
    void forgetAfterJob()
    {
        Job job = this.jobs.getCurrentJob();
        // Without one it is XWiki that stops.
        if (job != null) {
            Event end = new JobFinishedEvent(job.getRequest().getId(), job.getType(), job.getRequest());
            this.observation.addListener(new AbstractEventListener(NAME, end)
            {
                @Override
                public void onEvent(Event event, Object source, Object data)
                {
                    ForgottenRoles.this.observation.removeListener(NAME);
                    forget();
                }
            });
        }
    }

    private void forget()
    {
        // Descriptions of beans, as of the parameters of macros, would stay until memory is short: the JDK's, XWiki's below.
        Introspector.flushCaches();
        try {
            clean(this.root);
            for (String wiki : this.wikis.all()) {
                ComponentManager manager = this.managers.getComponentManager("wiki:" + wiki, false);
                if (manager != null) {
                    clean(manager);
                }
            }
            ReflectionUtils.setFieldValue(this.beans, DESCRIPTIONS, new SoftCache<>());
            // It is made again when it is asked for.
            ReflectionUtils.setFieldValue(this.beans, VALIDATION, null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            this.logger.warn("XWiki keeps the classes of the suite that went until it is restarted.", e);
        }
    }

    private static void clean(ComponentManager manager) throws ReflectiveOperationException
    {
        Field field = ReflectionUtils.getField(manager.getClass(), ROLES);
        field.setAccessible(true);
        ((Map<?, ?>) field.get(manager)).keySet().removeIf(key -> key instanceof Type role
            && classes(role).anyMatch(ForgottenRoles::isGone) && manager.getComponentDescriptorList(role).isEmpty());
    }

    private static Stream<Class<?>> classes(Type type)
    {
        if (type instanceof Class<?> simple) {
            return Stream.of(simple);
        } else if (type instanceof ParameterizedType generic) {
            return Stream.concat(classes(generic.getRawType()), classes(generic.getActualTypeArguments()));
        } else if (type instanceof GenericArrayType array) {
            return classes(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            return Stream.concat(classes(wildcard.getUpperBounds()), classes(wildcard.getLowerBounds()));
        }
        return Stream.empty();
    }

    private static Stream<Class<?>> classes(Type[] types)
    {
        return Stream.of(types).flatMap(ForgottenRoles::classes);
    }

    private static boolean isGone(Class<?> type)
    {
        ClassLoader gone = ForgottenRoles.class.getClassLoader();
        return Stream.iterate(type.getClassLoader(), loader -> loader != null, ClassLoader::getParent)
            .anyMatch(loader -> loader == gone);
    }
}
