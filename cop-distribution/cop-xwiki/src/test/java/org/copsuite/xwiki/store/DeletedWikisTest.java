/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.io.IOException;
import java.util.List;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.InOrder;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** A deleted wiki of a farm leaves no row of its own, and the other wikis keep theirs. */
@ComponentTest
class DeletedWikisTest
{
    private final TestDatabase database = new TestDatabase();

    private final SolrClient client = mock(SolrClient.class);

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private Index index;

    @InjectMockComponents
    private DeletedWikis wikis;

    @BeforeComponent
    void register() throws Exception
    {
        this.components.registerComponent(Database.class, this.database);
    }

    @AfterEach
    void close()
    {
        this.database.close();
    }

    private void setting(WikiId wiki)
    {
        try (Session session = this.database.sessions().openSession()) {
            Transaction transaction = session.beginTransaction();
            session.createNativeQuery("insert into cop_setting (wiki, person, setting_name, setting_value) "
                + "values (:wiki, '', 'a', 'b')").setParameter("wiki", wiki.value()).executeUpdate();
            transaction.commit();
        }
    }

    private List<?> wikisLeft()
    {
        try (Session session = this.database.sessions().openSession()) {
            return session.createNativeQuery("select wiki from cop_setting").list();
        }
    }

    @Test
    void removesTheRowsOfADeletedWiki() throws Exception
    {
        when(this.index.client()).thenReturn(this.client);
        setting(new WikiId("xwiki"));
        setting(new WikiId("garden' or 1 = 1"));
        setting(new WikiId("garden"));
        this.wikis.forget(new WikiId("garden"));

        assertThat(wikisLeft()).map(Object::toString).containsExactlyInAnyOrder("xwiki", "garden' or 1 = 1");
        InOrder order = inOrder(this.client);
        order.verify(this.client).deleteByQuery("{!term f=wiki}garden");
        order.verify(this.client).commit();
    }

    static List<Exception> failures()
    {
        return List.of(new IOException("A test's own failure."),
            new SolrException(ErrorCode.SERVICE_UNAVAILABLE, "A test's own failure."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void removesThemWhereTheIndexDoesNotAnswer(Exception failure) throws SolrServerException, IOException
    {
        when(this.index.client()).thenReturn(this.client);
        when(this.client.deleteByQuery(anyString())).thenThrow(failure);
        setting(new WikiId("garden"));
        this.wikis.forget(new WikiId("garden"));

        assertThat(wikisLeft()).isEmpty();
    }
}
