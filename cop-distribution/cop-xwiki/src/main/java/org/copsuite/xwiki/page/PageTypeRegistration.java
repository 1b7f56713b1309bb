/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.copsuite.spi.PageTypeDescriptor;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.ComponentDescriptorFactory;
import org.xwiki.component.annotation.DisposePriority;
import org.xwiki.component.descriptor.ComponentDependency;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.component.descriptor.ComponentInstantiationStrategy;
import org.xwiki.component.descriptor.DefaultComponentDependency;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.event.ComponentDescriptorAddedEvent;
import org.xwiki.component.event.ComponentDescriptorRemovedEvent;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.manager.ComponentRepositoryException;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

import com.xpn.xwiki.doc.MandatoryDocumentInitializer;

/**
 * Registers the mandatory documents of each page type: its class, and its template with the entry in XWiki's dialog that
 * creates pages if it has one. XWiki looks for initializers of mandatory documents by the full name of the document, so
 * there is one component for each document. They are registered as descriptors and not as instances, because this
 * listener exists before XWiki does. A page type that an extension brings later is registered when its descriptor is.
 */
@Component
@Named(PageTypeRegistration.NAME)
@Singleton
@DisposePriority(PageTypeRegistration.LAST)
public class PageTypeRegistration extends AbstractEventListener implements Initializable, Disposable
{
    static final String NAME = "org.copsuite.xwiki.page.PageTypeRegistration";

    /**
     * Disposes this component after all others: a component manager that shuts down must not find one missing that it is
     * still to dispose.
     */
    static final int LAST = 1_000_000;

    @Inject
    private ComponentManager components;

    @Inject
    private Logger logger;

    /** The registered documents by type: their full names. */
    private final Map<String, List<String>> registered = new HashMap<>();

    /** Listens to descriptors of page types that come and go. */
    public PageTypeRegistration()
    {
        super(NAME, new ComponentDescriptorAddedEvent(PageTypeDescriptor.class),
            new ComponentDescriptorRemovedEvent(PageTypeDescriptor.class));
    }

    @Override
    public void initialize()
    {
        this.components.getComponentDescriptorList(PageTypeDescriptor.class)
            .forEach(present -> register(present.getRoleHint()));
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (event instanceof ComponentDescriptorAddedEvent added) {
            register(added.getRoleHint());
        } else if (event instanceof ComponentDescriptorRemovedEvent removed) {
            unregister(removed.getRoleHint());
        }
    }

    private synchronized void register(String type)
    {
        if (this.registered.containsKey(type)) {
            return;
        }
        try {
            PageTypeDescriptor descriptor = this.components.getInstance(PageTypeDescriptor.class, type);
            Map<String, Class<? extends MandatoryDocumentInitializer>> documents = documents(descriptor);
            for (Map.Entry<String, Class<? extends MandatoryDocumentInitializer>> document : documents.entrySet()) {
                this.components.registerComponent(component(type, document.getKey(), document.getValue()));
            }
            this.registered.put(type, List.copyOf(documents.keySet()));
        } catch (ComponentLookupException | ComponentRepositoryException e) {
            this.logger.error("Failed to register the documents of the page type [{}]; its pages cannot be saved.", type,
                e);
        }
    }

    private static Map<String, Class<? extends MandatoryDocumentInitializer>> documents(PageTypeDescriptor descriptor)
    {
        Map<String, Class<? extends MandatoryDocumentInitializer>> documents = new LinkedHashMap<>();
        documents.put(PageObjects.fullClassName(descriptor.type()), PageTypeClass.class);
        if (descriptor.templateIcon().isPresent()) {
            documents.put(fullName(PageObjects.templateOf(descriptor.type()).getName()), PageTypeTemplate.class);
            documents.put(fullName(PageObjects.templateProviderOf(descriptor.type()).getName()),
                PageTypeTemplateProvider.class);
        }
        return documents;
    }

    private static String fullName(String page)
    {
        return Suite.SPACE + '.' + page;
    }

    /** Describes the initializer of one document: the class with all that it injects, and the descriptor of the type. */
    private static ComponentDescriptor<MandatoryDocumentInitializer> component(String type, String document,
        Class<? extends MandatoryDocumentInitializer> initializer)
    {
        DefaultComponentDescriptor<MandatoryDocumentInitializer> component = new DefaultComponentDescriptor<>();
        component.setRoleType(MandatoryDocumentInitializer.class);
        component.setRoleHint(document);
        component.setImplementation(initializer);
        component.setInstantiationStrategy(ComponentInstantiationStrategy.SINGLETON);
        List<ComponentDescriptor<MandatoryDocumentInitializer>> annotated =
            new ComponentDescriptorFactory().createComponentDescriptors(initializer, MandatoryDocumentInitializer.class);
        for (ComponentDependency<?> dependency : annotated.get(0).getComponentDependencies()) {
            component.addComponentDependency(PageTypeDescriptor.class.equals(dependency.getRoleType())
                ? ofType(dependency, type) : dependency);
        }
        return component;
    }

    private static <T> ComponentDependency<T> ofType(ComponentDependency<T> dependency, String type)
    {
        DefaultComponentDependency<T> one = new DefaultComponentDependency<>(dependency);
        one.setRoleHint(type);
        return one;
    }

    private synchronized void unregister(String type)
    {
        List<String> documents = this.registered.remove(type);
        if (documents != null) {
            documents.forEach(name -> this.components.unregisterComponent(MandatoryDocumentInitializer.class, name));
        }
    }

    @Override
    public void dispose()
    {
        List.copyOf(this.registered.keySet()).forEach(this::unregister);
    }
}
