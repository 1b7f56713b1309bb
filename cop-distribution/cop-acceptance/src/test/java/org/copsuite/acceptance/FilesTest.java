/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/** A member who may comment and not edit adds a picture to an answer before it is sent. */
@BrowserTest
class FilesTest
{
    /** One red pixel. */
    private static final byte[] PNG = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4"
        + "2mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    @TempDir
    private Path folder;

    private void choose(Browser browser, String form, String name, byte[] content) throws IOException
    {
        Path file = Files.write(this.folder.resolve(name), content);
        browser.see(form);
        browser.driver().findElement(By.cssSelector(form + " input[type=file]")).sendKeys(file.toString());
    }

    @Test
    void aPictureIsShownInTheAnswer(Browser browser, Site site) throws IOException
    {
        Site.Post question = site.ask(site.member("asker"), "What does the picture in an answer show?", "Which?", "");
        QuestionPage page = QuestionPage.open(browser, site.member("helper"), question);
        String form = ".cop-answer-new form";

        choose(browser, form, "red pixel.png", PNG);
        browser.waitForText(form + " .cop-files-state", "Added: red-pixel-");
        String text = browser.see(form + " textarea[name=body]").getDomProperty("value");
        assertThat(text).matches("(?s)\\s*\\[\\[image:red-pixel-[0-9a-f]{6}\\.png]]\\s*");

        page.answer("This one:\n\n" + text);

        browser.waitForText(".cop-answers", "This one:");
        browser.until("The picture is not shown.", b -> (Boolean) b.run("const i = document.querySelector("
            + "'.cop-answers .cop-text img'); return i !== null && i.complete && i.naturalWidth === 1;") ? true : null);
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefusedInWords(Browser browser, Site site) throws IOException
    {
        Site.Post question = site.ask(site.member("asker"), "Which kinds of files are taken down here?", "Which?", "");
        QuestionPage.open(browser, site.member("helper"), question);
        String form = ".cop-answer-new form";
        choose(browser, form, "picture.png", "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        browser.waitForText(form + " .cop-files-state", "The name of this file says that it is a picture, but what is in it is none");
        assertThat(browser.see(form + " textarea[name=body]").getDomProperty("value")).isEmpty();
    }
}
