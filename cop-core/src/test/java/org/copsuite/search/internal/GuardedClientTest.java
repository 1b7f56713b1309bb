/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class GuardedClientTest
{
    private final SolrClient solr = mock(SolrClient.class);

    private final List<Throwable> failures = new ArrayList<>();

    private final GuardedClient client = new GuardedClient(() -> this.solr, this.failures::add);

    static Stream<Error> whatGarbageEndsIn()
    {
        return Stream.of(new InternalError("a fault occurred in an unsafe memory access operation"),
            new OutOfMemoryError("Requested array size exceeds VM limit"), new StackOverflowError(),
            new AssertionError("bits=6"));
    }

    @ParameterizedTest
    @MethodSource("whatGarbageEndsIn")
    void anErrorInsideTheIndexIsAFailureOfTheRequest(Error error) throws Exception
    {
        when(this.solr.request(any(), any())).thenThrow(error);

        assertThatThrownBy(() -> this.client.query(new SolrQuery("bread"))).isInstanceOf(SolrServerException.class)
            .hasRootCause(error);

        assertThat(this.failures).containsExactly(error);
        assertThat(IndexDamage.isInside(error)).isTrue();
    }

    @Test
    void aWrongQuestionIsNoFailureOfTheIndex() throws Exception
    {
        SolrException refused = new SolrException(SolrException.ErrorCode.BAD_REQUEST, "no such cursor");
        when(this.solr.request(any(), any())).thenThrow(refused);

        assertThatThrownBy(() -> this.client.query(new SolrQuery("bread"))).isSameAs(refused);

        assertThat(this.failures).isEmpty();
    }

    @Test
    void anErrorThatHasNothingToDoWithFilesGoesOn() throws Exception
    {
        when(this.solr.request(any(), any())).thenThrow(new NoClassDefFoundError("x"));

        assertThatThrownBy(() -> this.client.query(new SolrQuery("bread"))).isInstanceOf(NoClassDefFoundError.class);
    }
}
