/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.solr.client.solrj.SolrQuery;
import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.person.Persons;
import org.copsuite.question.QuestionHit;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Search;
import org.copsuite.spi.Acts;
import org.copsuite.spi.Message;
import org.copsuite.spi.SearchDocument;
import org.copsuite.spi.SearchHit;
import org.copsuite.spi.SearchSource;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A capability that the suite does not know contributes its recipes to the search. */
class ContributedSearchSourceTest extends AbstractIndexTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final Recipes recipes = new Recipes();

    /** The acts of the capability. */
    public static final class RecipeActs implements Acts
    {
        /** Wrote a recipe down. */
        public static final ActType<Void> WRITTEN = ActType.named("written").creating();

        /** Lost a recipe. */
        public static final ActType<Void> LOST = ActType.named("lost").ending();
    }

    /** A recipe, as a reader finds it. */
    public record RecipeHit(UUID id, PageId page, String title, Person author) implements SearchHit
    {
        @Override
        public String type()
        {
            return "recipe";
        }

        @Override
        public String summary()
        {
            return "";
        }

        @Override
        public List<String> tags()
        {
            return List.of("bread");
        }

        @Override
        public Instant created()
        {
            return Instant.EPOCH;
        }

        @Override
        public Optional<Message> label()
        {
            return Optional.of(Message.of("recipe.label"));
        }
    }

    /** The recipes of one wiki, in memory. */
    private final class Recipes implements SearchSource
    {
        private final Map<UUID, SearchDocument> all = new TreeMap<>();

        @Override
        public String type()
        {
            return "recipe";
        }

        @Override
        public Collection<ActType<?>> acts()
        {
            return List.of(RecipeActs.WRITTEN, RecipeActs.LOST);
        }

        @Override
        public Collection<UUID> changed(WikiId wiki, Collection<UUID> subjects)
        {
            return subjects;
        }

        @Override
        public Collection<UUID> in(SpaceId space)
        {
            return List.of();
        }

        @Override
        public List<WikiId> wikis()
        {
            return List.of(WIKI);
        }

        @Override
        public long count(WikiId wiki)
        {
            return this.all.size();
        }

        @Override
        public List<UUID> ids(WikiId wiki, UUID after, int limit)
        {
            return this.all.keySet().stream().filter(id -> after == null || id.compareTo(after) > 0).limit(limit)
                .toList();
        }

        @Override
        public List<SearchDocument> documents(WikiId wiki, Collection<UUID> ids)
        {
            return this.all.values().stream().filter(recipe -> ids.contains(recipe.id())).toList();
        }

        @Override
        public Map<UUID, RecipeHit> hits(UserId reader, WikiId wiki, Collection<UUID> ids)
        {
            Map<UUID, RecipeHit> hits = new HashMap<>();
            documents(wiki, ids).forEach(recipe -> {
                if (ContributedSearchSourceTest.this.wiki.get(Access.class).has(reader, Right.VIEW, recipe.page())) {
                    hits.put(recipe.id(), new RecipeHit(recipe.id(), recipe.page(), recipe.title(),
                        ContributedSearchSourceTest.this.wiki.get(Persons.class).find(reader)));
                }
            });
            return hits;
        }
    }

    @Override
    protected TestWiki newWiki()
    {
        return contributing(super.newWiki());
    }

    private TestWiki contributing(TestWiki to)
    {
        return to.with(Acts.class, "recipe", new RecipeActs()).with(SearchSource.class, "recipe", this.recipes);
    }

    private UUID write(CommunityView where, String title, String body) throws CopException
    {
        UUID id = UUID.randomUUID();
        this.recipes.all.put(id, new SearchDocument(id, where.space().page("Recipe" + id), where.id(), title, body,
            List.of("bread")));
        append(RecipeActs.WRITTEN, id);
        return id;
    }

    private void append(ActType<Void> act, UUID recipe) throws CopException
    {
        this.wiki.get(Ledger.class).record(tx -> {
            tx.append(EntryDraft.of(WIKI, this.anna, act, recipe));
            return null;
        });
    }

    private Map<String, String> found(UserId reader, String words) throws CopException
    {
        Map<String, String> found = new LinkedHashMap<>();
        for (Hit hit : this.wiki.get(SearchService.class)
            .search(reader, new Search(WIKI, words, null, null, null, 10)).items()) {
            found.put(hit.item().title(), hit.item().type() + " " + hit.snippet().value());
        }
        return found;
    }

    @Test
    void recipesAndQuestionsAreFoundTogether() throws Exception
    {
        ask(this.anna, this.open, "Why is my sourdough grey?", "It was white.");
        write(this.open, "Sourdough of rye", "Take **rye** and wait.");
        caughtUp();

        assertThat(found(this.anna, "sourdough")).containsOnlyKeys("Why is my sourdough grey?", "Sourdough of rye")
            .containsEntry("Sourdough of rye", "recipe ");
        assertThat(found(this.anna, "rye wait").values())
            .containsExactly("recipe Take <mark>rye</mark> and <mark>wait</mark>.");
        Search tagged = new Search(WIKI, "sourdough", this.open.id(), "bread", null, 10);
        assertThat(this.wiki.get(SearchService.class).search(this.anna, tagged).items())
            .extracting(hit -> hit.item().label()).containsExactly(Optional.of(Message.of("recipe.label")));
        assertThat(this.wiki.get(SearchService.class).related(this.anna,
            new Draft(WIKI, "Grey sourdough of rye", "", List.of(), null, Set.of()), 5))
            .extracting(question -> question.title()).containsExactly("Why is my sourdough grey?");
    }

    @Test
    void onlyWhoMayViewThePageFindsIt() throws Exception
    {
        write(this.secret, "Sourdough of spelt", "Nobody knows.");
        caughtUp();

        assertThat(found(this.boss, "spelt")).hasSize(1);
        assertThat(found(this.anna, "spelt")).isEmpty();
        assertThat(found(UserId.GUEST, "spelt")).isEmpty();
    }

    @Test
    void whatIsLostIsNotFound() throws Exception
    {
        UUID recipe = write(this.open, "Sourdough of rye", "Wait.");
        caughtUp();
        assertThat(found(this.anna, "rye")).hasSize(1);

        this.recipes.all.remove(recipe);
        assertThat(found(this.anna, "rye")).as("the index still has it, the source does not").isEmpty();
        append(RecipeActs.LOST, recipe);
        caughtUp();
        assertThat(documents()).isZero();
    }

    @Test
    void anIndexMadeAgainHoldsAllOfThem() throws Exception
    {
        for (int i = 0; i < Indexer.BATCH + 3; i++) {
            UUID id = UUID.randomUUID();
            this.recipes.all.put(id,
                new SearchDocument(id, this.open.space().page("R" + i), null, "Rye " + i, "", List.of()));
        }
        assertThat(documents()).isZero();
        this.wiki.run(ReindexJob.NAME);

        assertThat(documents()).isEqualTo(Indexer.BATCH + 3);
        assertThat(found(this.anna, "rye")).hasSize(10);
    }

    @Test
    void aSourceThatTheIndexDoesNotKnowIsIndexedAtTheNextStart() throws Exception
    {
        this.consumers.stop();
        TestWiki without = this.wiki.afterItWasKilled().with(Index.class, index);
        start(without);
        write(this.open, "Sourdough of rye", "Wait.");
        assertThat(without.get(LedgerConsumers.class).await(Duration.ofSeconds(30))).isTrue();
        without.get(LedgerConsumers.class).stop();
        assertThat(documents()).isZero();

        TestWiki with = contributing(without.afterItWasKilled().with(Index.class, index));
        start(with);
        assertThat(with.get(LedgerConsumers.class).await(Duration.ofSeconds(30))).isTrue();
        with.get(LedgerConsumers.class).stop();
        assertThat(documents()).isEqualTo(1);
        assertThat(with.all(SearchSource.class)).extracting(SearchSource::type).contains(QuestionHit.TYPE, "recipe");
    }

    private static void start(TestWiki wiki)
    {
        wiki.get(LedgerConsumers.class).start();
    }

    private long documents() throws Exception
    {
        return index.client().query(new SolrQuery("kind:recipe")).getResults().getNumFound();
    }
}
