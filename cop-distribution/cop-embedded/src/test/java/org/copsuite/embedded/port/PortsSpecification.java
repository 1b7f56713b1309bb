/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.mail.MailBox;
import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.PageEdit;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.notice.NoticeService;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.AccessContract;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.DatabaseContract;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.GroupsContract;
import org.copsuite.wiki.Index;
import org.copsuite.wiki.IndexContract;
import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailContract;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.NoticesContract;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.PagesContract;
import org.copsuite.wiki.People;
import org.copsuite.wiki.PeopleContract;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.TextsContract;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of the ports that need no request, on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PortsSpecification
{
    private Ports ports;

    /** @return the JDBC URL, {@code null} for the data folder */
    protected abstract String databaseUrl() throws Exception;

    @BeforeAll
    void open(@TempDir Path data) throws Exception
    {
        this.ports = new Ports(data, databaseUrl());
    }

    @AfterAll
    void close()
    {
        if (this.ports != null) {
            this.ports.close();
        }
    }

    @Test
    void listsAllPagesOfALargeSpace() throws StaleVersionException
    {
        PageStore store = this.ports.get(PageStore.class);
        SpaceId space = SpaceId.of(new WikiId("xwiki"), "Large");
        for (int i = 0; i < 205; i++) {
            store.edit(new PageEdit(space.page("P" + i), "", "", this.ports.alice(), null, "", false, null));
        }

        assertThat(store.children(space, page -> true, 300)).hasSize(205);
        assertThat(store.index(new PageStore.IndexQuery(space, null, false, page -> true, 300))).hasSize(205);
    }

    @Test
    void storesAFileOfTheUsualMaximumWhateverItsBytes() throws Exception
    {
        PageId page = SpaceId.of(new WikiId("xwiki"), "Files").page("Large");
        this.ports.get(PageStore.class).edit(new PageEdit(page, "", "", this.ports.alice(), null, "", false, null));
        Attachments attachments = this.ports.get(Attachments.class);
        // Drivers that write a statement as text need two characters for each zero.
        byte[] zeros = new byte[Attachments.DEFAULT_SIZE];

        attachments.add(page, "zeros.bin", FileContent.of(zeros), this.ports.alice());

        try (InputStream stream = attachments.content(page, "zeros.bin").orElseThrow().open()) {
            assertThat(Arrays.equals(stream.readAllBytes(), zeros)).isTrue();
        }
    }

    @Nested
    class OfPages extends PagesContract
    {
        @Override
        protected Pages pages()
        {
            return PortsSpecification.this.ports.get(Pages.class);
        }

        @Override
        protected UserId alice()
        {
            return PortsSpecification.this.ports.alice();
        }

        @Override
        protected UserId bob()
        {
            return PortsSpecification.this.ports.bob();
        }

        /** A page without an object stays behind and redirects. */
        @Override
        protected List<String> heardAfterMove(String from, String to)
        {
            return List.of("CREATED " + from);
        }
    }

    @Nested
    class OfAccess extends AccessContract
    {
        @Override
        protected Access access()
        {
            return PortsSpecification.this.ports.get(Access.class);
        }

        @Override
        protected Groups groups()
        {
            return PortsSpecification.this.ports.get(Groups.class);
        }

        @Override
        protected UserId alice()
        {
            return PortsSpecification.this.ports.alice();
        }

        @Override
        protected UserId bob()
        {
            return PortsSpecification.this.ports.bob();
        }

        @Override
        protected UserId inactive()
        {
            return PortsSpecification.this.ports.inactive();
        }

        @Override
        protected UserId administrator()
        {
            return PortsSpecification.this.ports.administrator();
        }
    }

    @Nested
    class OfPeople extends PeopleContract
    {
        @Override
        protected People people()
        {
            return PortsSpecification.this.ports.get(People.class);
        }

        @Override
        protected UserId alice()
        {
            return PortsSpecification.this.ports.alice();
        }

        @Override
        protected UserId bob()
        {
            return PortsSpecification.this.ports.bob();
        }

        @Override
        protected UserId inactive()
        {
            return PortsSpecification.this.ports.inactive();
        }
    }

    @Nested
    class OfGroups extends GroupsContract
    {
        @Override
        protected Groups groups()
        {
            return PortsSpecification.this.ports.get(Groups.class);
        }

        @Override
        protected UserId alice()
        {
            return PortsSpecification.this.ports.alice();
        }

        @Override
        protected UserId bob()
        {
            return PortsSpecification.this.ports.bob();
        }
    }

    @Nested
    class OfTexts extends TextsContract
    {
        @Override
        protected Texts texts()
        {
            return PortsSpecification.this.ports.get(Texts.class);
        }
    }

    @Nested
    class OfDatabase extends DatabaseContract
    {
        @Override
        protected Database database()
        {
            return PortsSpecification.this.ports.get(Database.class);
        }
    }

    @Nested
    class OfIndex extends IndexContract
    {
        @Override
        protected Index index()
        {
            return PortsSpecification.this.ports.get(Index.class);
        }
    }

    @Nested
    class OfNotices extends NoticesContract
    {
        @Override
        protected Notices notices()
        {
            return PortsSpecification.this.ports.get(Notices.class);
        }

        @Override
        protected UserId alice()
        {
            return PortsSpecification.this.ports.alice();
        }

        @Override
        protected UserId bob()
        {
            return PortsSpecification.this.ports.bob();
        }

        @Override
        protected int shown(UserId person)
        {
            return PortsSpecification.this.ports.get(NoticeService.class).unread(person, WikiOptions.WIKI);
        }
    }

    @Nested
    class OfMail extends MailContract
    {
        @Override
        protected Mail mail()
        {
            return PortsSpecification.this.ports.get(Mail.class);
        }

        @Override
        protected UserId alice()
        {
            return PortsSpecification.this.ports.alice();
        }

        @Override
        protected UserId bob()
        {
            return PortsSpecification.this.ports.bob();
        }

        @Override
        protected UserId inactive()
        {
            return PortsSpecification.this.ports.inactive();
        }

        @Override
        protected List<Received> received(UserId person) throws Exception
        {
            return MailBox.read(PortsSpecification.this.ports.get(WikiOptions.class).data().resolve("outbox"),
                "alice@example.org", Received::new);
        }
    }
}
