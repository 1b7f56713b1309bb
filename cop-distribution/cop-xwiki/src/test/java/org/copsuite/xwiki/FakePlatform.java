/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Provider;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.xwiki.component.util.DefaultParameterizedType;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.context.ExecutionContextManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryManager;
import org.xwiki.test.mockito.MockitoComponentManager;
import org.xwiki.user.UserReferenceResolver;
import org.xwiki.user.UserReferenceSerializer;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;

import com.xpn.xwiki.XWiki;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

/** As much of XWiki as the ports on pages need, in memory: documents, a context, users, queries by their parameters. */
public final class FakePlatform
{
    /** The account in whose name the suite creates pages. */
    public static final UserId SERVICE = new UserId("xwiki:XWiki.CoPSuiteService");

    private final XWiki wiki = new XWiki();

    private final XWikiContext context = new XWikiContext();

    /**
     * @param components gets the platform's components
     * @throws Exception if they cannot be registered
     */
    public FakePlatform(MockitoComponentManager components) throws Exception
    {
        this.context.setWiki(this.wiki);
        Execution execution = components.registerMockComponent(Execution.class);
        lenient().when(execution.getContext()).thenReturn(new ExecutionContext());
        components.registerMockComponent(ExecutionContextManager.class);
        Provider<XWikiContext> contexts = () -> this.context;
        components.registerComponent(new DefaultParameterizedType(null, Provider.class, XWikiContext.class), contexts);
        UserReferenceResolver<DocumentReference> resolver = (reference, parameters) -> new FakeUser(reference);
        components.registerComponent(type(UserReferenceResolver.class), "document", resolver);
        UserReferenceSerializer<DocumentReference> serializer = user -> ((FakeUser) user).account();
        components.registerComponent(type(UserReferenceSerializer.class), "document", serializer);
        WikiDescriptorManager wikis = components.registerMockComponent(WikiDescriptorManager.class);
        lenient().when(wikis.getMainWikiId()).thenReturn("xwiki");
        QueryManager queries = components.registerMockComponent(QueryManager.class);
        lenient().when(queries.createQuery(anyString(), any())).thenAnswer(call -> query(call.getArgument(0)));
    }

    private static ParameterizedType type(Class<?> role)
    {
        return new DefaultParameterizedType(null, role, DocumentReference.class);
    }

    /** @return the wiki */
    public XWiki wiki()
    {
        return this.wiki;
    }

    /** @return the context of every thread */
    public XWikiContext context()
    {
        return this.context;
    }

    /** @return the port, as far as saving pages asks it */
    @SuppressWarnings("unchecked")
    public People people()
    {
        People people = mock(People.class);
        lenient().when(people.service()).thenReturn(SERVICE);
        try {
            lenient().when(people.as(any(), any())).thenAnswer(call -> {
                DocumentReference before = this.context.getUserReference();
                this.context.setUserReference(Names.account(call.getArgument(0)));
                try {
                    return ((People.Work<Object, Exception>) call.getArgument(1)).run();
                } finally {
                    this.context.setUserReference(before);
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return people;
    }

    /** Answers the few statements of the binding from the documents. */
    private Query query(String statement)
    {
        Map<String, Object> values = new ConcurrentHashMap<>();
        int[] limit = {Integer.MAX_VALUE};
        Query query = mock(Query.class);
        lenient().when(query.setWiki(any())).thenReturn(query);
        lenient().when(query.bindValue(anyString(), any())).thenAnswer(call -> {
            values.put(call.getArgument(0), call.getArgument(1));
            return query;
        });
        lenient().when(query.setLimit(anyInt())).thenAnswer(call -> {
            limit[0] = call.getArgument(0);
            return query;
        });
        try {
            lenient().when(query.execute()).thenAnswer(call -> this.wiki.stored().values().stream()
                .sorted((a, b) -> fullName(a).compareTo(fullName(b))).map(document -> row(statement, values, document))
                .flatMap(Optional::stream).distinct().limit(limit[0]).toList());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return query;
    }

    private static String fullName(XWikiDocument document)
    {
        return Names.page(document.getDocumentReference()).toString().substring("xwiki:".length());
    }

    private static Optional<Object> row(String statement, Map<String, Object> values, XWikiDocument document)
    {
        PageId page = Names.page(document.getDocumentReference());
        String space = page.space().toString().substring("xwiki:".length());
        if (values.containsKey("id")) {
            return objects(document, "CoP.", values.get("id")) ? row(space, page) : Optional.empty();
        }
        if (values.containsKey("class")) {
            return objects(document, (String) values.get("class"), null)
                && fullName(document).compareTo((String) values.get("after")) > 0 ? row(space, page) : Optional.empty();
        }
        if (statement.contains("XWikiGlobalRights")) {
            return "WebPreferences".equals(page.name()) && objects(document, "XWiki.XWikiGlobalRights", null)
                ? Optional.of(space) : Optional.empty();
        }
        return objects(document, "XWiki.XWikiRights", null) ? row(space, page) : Optional.empty();
    }

    private static Optional<Object> row(String space, PageId page)
    {
        return Optional.of(new Object[] {space, page.name()});
    }

    private static boolean objects(XWikiDocument document, String type, Object id)
    {
        for (Map.Entry<DocumentReference, List<BaseObject>> objects : document.getXObjects().entrySet()) {
            EntityReference xclass = objects.getKey();
            String name = xclass.getParent().getName() + '.' + xclass.getName();
            if ((name.equals(type) || type.endsWith(".") && name.startsWith(type)) && objects.getValue().stream()
                .anyMatch(object -> object != null && (id == null || id.equals(object.getStringValue("id"))))) {
                return true;
            }
        }
        return false;
    }
}
