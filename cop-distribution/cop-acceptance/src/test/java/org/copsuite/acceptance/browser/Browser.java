/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window. Every wait is for a condition; none is for a time. */
public final class Browser implements AutoCloseable
{
    /** The width of a desktop. */
    public static final int WIDE = 1300;

    /** The width of a phone. */
    public static final int NARROW = 390;

    private static final Duration PATIENCE = Patience.ofSeconds(15);

    private static final List<String> CHROMIUM =
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final List<String> DRIVER =
        List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/bin/chromium.chromedriver");

    /** Kept, or the setting is lost: warns of a version that is newer than Selenium's, which works all the same. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    /** Whether a field is marked as one that XWiki's visual editor takes over. */
    private static final String IS_VISUAL = """
        return [...(arguments[0].form?.querySelectorAll('input[name=RequiresHTMLConversion]') ?? [])]
          .some(mark => mark.value === arguments[0].name);""";

    /** Goes on with putting a text into the source mode of the editor over a field; gives whether it is there. */
    private static final String INTO_SOURCE = """
        const editor = Object.values(window.CKEDITOR?.instances ?? {})
          .find(one => one.element?.$ === arguments[0] && one.status === 'ready');
        if (editor && !editor.testsSource) {
          editor.testsSource = 'comes';
          editor.once('modeReady', () => { editor.testsSource = 'is there'; });
          editor.setMode('source');
        }
        if (editor?.testsSource !== 'is there') {
          return false;
        }
        editor.setData(arguments[1]);
        return true;""";

    private final ChromeDriver driver;

    private final Path profile;

    private final String base;

    private final boolean script;

    private Browser(ChromeDriver driver, Path profile, String base, boolean script)
    {
        this.script = script;
        this.driver = driver;
        this.profile = profile;
        this.base = base;
    }

    /** @return why there is no browser here, or nothing where there is one */
    public static Optional<String> missing()
    {
        if (first("cop.chromium", CHROMIUM).isEmpty() || first("cop.chromedriver", DRIVER).isEmpty()) {
            return Optional.of("Chromium and chromedriver are not installed (apt-get install chromium chromium-driver), "
                + "or name them with -Dcop.chromium=... -Dcop.chromedriver=...");
        }
        return Optional.empty();
    }

    /** @return a new browser with a profile of its own */
    public static Browser start(String base, boolean script)
    {
        try {
            Path profile = Files.createTempDirectory("cop-browser");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(first("cop.chromium", CHROMIUM).orElseThrow());
            options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1", "--lang=en-US",
                "--user-data-dir=" + profile, "about:blank");
            if (!script) {
                Map<String, Object> preferences = new HashMap<>();
                preferences.put("profile.managed_default_content_settings.javascript", 2);
                options.setExperimentalOption("prefs", preferences);
            }
            ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(first("cop.chromedriver", DRIVER).orElseThrow()).toFile()).build();
            Browser browser = new Browser(new ChromeDriver(service, options), profile, base, script);
            browser.wide();
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> first(String property, List<String> usual)
    {
        String named = System.getProperty(property);
        List<String> places = named == null || named.isBlank() ? usual : List.of(named);
        return places.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
    }

    /** @return the driver, for what is rare */
    public ChromeDriver driver()
    {
        return this.driver;
    }

    /** Takes the width of a desktop. */
    public void wide()
    {
        size(WIDE, 1000);
    }

    /** Takes the width of a phone. */
    public void narrow()
    {
        size(NARROW, 844);
    }

    private void size(int width, int height)
    {
        this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        this.driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
    }

    /** Becomes somebody who has signed in, or a stranger. */
    public Browser as(Member member)
    {
        if (!this.driver.getCurrentUrl().startsWith(this.base)) {
            open("/bin/login");
        }
        this.driver.executeScript("try { localStorage.clear(); sessionStorage.clear(); } catch (e) { }");
        // What the page still waits for would bring cookies of the session that ends.
        this.driver.get("about:blank");
        this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        return signIn(member);
    }

    /** Takes over the session of somebody who has signed in, and leaves all else as it is. */
    public Browser signIn(Member member)
    {
        for (HttpCookie cookie : member.cookies()) {
            // With another path there would be two of a name: the server's own would not replace it.
            String path = cookie.getPath() == null ? "/" : cookie.getPath();
            this.driver.executeCdpCommand("Network.setCookie",
                Map.of("name", cookie.getName(), "value", cookie.getValue(), "url", this.base, "path", path));
        }
        return this;
    }

    /** Opens a page and waits until it and its scripts are there. */
    public Browser open(String pathOrUrl)
    {
        this.driver.get(pathOrUrl.startsWith("/") ? this.base + pathOrUrl : pathOrUrl);
        if (this.script) {
            until("the suite's script is not ready", ignored -> (Boolean) run("return document.readyState === 'complete' "
                + "&& (!document.querySelector('.cop') || !!document.documentElement.dataset.copReady);") ? true : null);
        }
        return this;
    }

    /** @return the first visible element that fits, as soon as there is one */
    public WebElement see(String css)
    {
        return until("no visible " + css, ignored -> this.driver.findElements(By.cssSelector(css)).stream()
            .filter(WebElement::isDisplayed).findFirst().orElse(null));
    }

    /** @return the visible elements that fit now */
    public List<WebElement> all(String css)
    {
        return this.driver.findElements(By.cssSelector(css)).stream().filter(WebElement::isDisplayed).toList();
    }

    /** @return whether an element that fits is visible now */
    public boolean sees(String css)
    {
        return !all(css).isEmpty();
    }

    /** @return the text of the first visible element that fits */
    public String text(String css)
    {
        return see(css).getText();
    }

    /** @return the texts of all elements that fit now */
    public List<String> texts(String css)
    {
        return all(css).stream().map(WebElement::getText).toList();
    }

    /** Waits until the element's text contains something. */
    public void waitForText(String css, String part)
    {
        until("no \"" + part + "\" in " + css, ignored -> this.driver.findElements(By.cssSelector(css)).stream()
            .anyMatch(element -> element.isDisplayed() && element.getText().contains(part)) ? Boolean.TRUE : null);
    }

    /** Waits until no element that fits is visible. */
    public void waitForNo(String css)
    {
        until("still " + css, ignored -> sees(css) ? null : Boolean.TRUE);
    }

    /** Waits until the address contains something. */
    public void waitForUrl(String part)
    {
        until("not at " + part, ignored -> this.driver.getCurrentUrl().contains(part) ? Boolean.TRUE : null);
    }

    /** Clicks the first visible element that fits. */
    public Browser click(String css)
    {
        WebElement element = see(css);
        this.driver.executeScript("arguments[0].scrollIntoView({block: 'center'});", element);
        element.click();
        return this;
    }

    /** Opens the {@code details} that holds an element, if it is closed, and clicks the element. */
    public Browser clickInside(String css)
    {
        open(this.driver.findElement(By.cssSelector(css)));
        return click(css);
    }

    private void open(WebElement element)
    {
        this.driver.executeScript("for (let d = arguments[0].closest('details'); d; d = d.parentElement.closest("
            + "'details')) { if (!d.open) { d.querySelector('summary').click(); } }", element);
    }

    /**
     * Fills a field, opening the {@code details} around it. Where the wiki's visual editor stands over the field, its
     * source mode takes the text.
     */
    public Browser fill(String css, String text)
    {
        WebElement field = until("no " + css, ignored -> this.driver.findElement(By.cssSelector(css)));
        open(field);
        if ((Boolean) run(IS_VISUAL, field)) {
            until("no source mode of the editor over " + css, ignored -> (Boolean) run(INTO_SOURCE, field, text)
                ? Boolean.TRUE : null);
            return this;
        }
        WebElement shown = see(css);
        shown.clear();
        shown.sendKeys(text);
        return this;
    }

    /** Presses keys where the focus is. */
    public Browser press(CharSequence... keys)
    {
        this.driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Goes on with the Tab key until the focused element fits, as somebody without a mouse does. */
    public WebElement tabTo(String css)
    {
        for (int i = 0; i < 150; i++) {
            WebElement focused = this.driver.switchTo().activeElement();
            if ((Boolean) this.driver.executeScript("return arguments[0].matches(arguments[1]);", focused, css)) {
                return focused;
            }
            // Not to the element: a field for files would take the key for the name of one.
            new Actions(this.driver).sendKeys(Keys.TAB).perform();
        }
        throw new IllegalStateException("The Tab key does not reach " + css);
    }

    /** @return what a script gives */
    public Object run(String script, Object... arguments)
    {
        return this.driver.executeScript(script, arguments);
    }

    /** @return what a condition gives as soon as it gives something; an element that just went away is asked anew */
    public <T> T until(String otherwise, Function<Browser, T> condition)
    {
        return new WebDriverWait(this.driver, PATIENCE, Duration.ofMillis(50)).withMessage(() -> otherwise + " at "
            + this.driver.getCurrentUrl()).ignoring(StaleElementReferenceException.class)
            .ignoring(NoSuchElementException.class).until(ignored -> {
                try {
                    return condition.apply(this);
                } catch (WebDriverException e) {
                    // ChromeDriver's other answer for an element of a page that is just left.
                    if (e.getMessage().contains("does not belong to the document")) {
                        return null;
                    }
                    throw e;
                }
            });
    }

    /** Ends the connection to the server, or brings it back. */
    public void offline(boolean offline)
    {
        this.driver.executeCdpCommand("Network.enable", Map.of());
        this.driver.executeCdpCommand("Network.emulateNetworkConditions",
            Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Keeps a picture of what is seen now. */
    public void picture(Path file)
    {
        keep(file, this.driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Keeps a picture of an element, whole, without what is around it. */
    public void picture(Path file, String css)
    {
        WebElement element = see(css);
        // The driver's own picture of an element ends where the window ends.
        Map<?, ?> box = (Map<?, ?>) run("const box = arguments[0].getBoundingClientRect(); return {x: box.x + scrollX - 8, "
            + "y: box.y + scrollY - 8, width: box.width + 16, height: box.height + 16, scale: 1};", element);
        Map<String, Object> picture = this.driver.executeCdpCommand("Page.captureScreenshot",
            Map.of("captureBeyondViewport", true, "clip", box));
        keep(file, Base64.getDecoder().decode((String) picture.get("data")));
    }

    private static void keep(Path file, byte[] picture)
    {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close()
    {
        this.driver.quit();
        try (var files = Files.walk(this.profile)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Chromium may still be writing: the folder is in the folder for temporary files anyway.
            org.slf4j.LoggerFactory.getLogger(Browser.class).debug("Not removed: {}", this.profile, e);
        }
    }
}
