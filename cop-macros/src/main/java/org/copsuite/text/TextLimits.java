/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

import org.copsuite.text.TextLimitException.Reason;

/**
 * Limits of one text, and what it has used of them. Whoever renders a text opens limits for the current thread;
 * parsing, macros and printing count against them, also when a macro parses its content or a parameter. Not
 * thread-safe.
 */
public final class TextLimits
{
    /** Maximum length of a text that is rendered as wiki text. */
    static final int CHARACTERS = 300_000;

    /** Maximum nesting of lists, groups, quotations, tables, formats, links and macros. */
    static final int DEPTH = 60;

    /** Maximum number of elements: words, spaces, symbols, links, cells ... */
    static final int EVENTS = 200_000;

    /** Maximum number of links; each is looked up. */
    static final int LINKS = 3000;

    /** Maximum number of headings; a table of contents may list each. */
    static final int HEADINGS = 1000;

    /** Maximum number of HTML characters of a text. */
    static final int OUTPUT = 6_000_000;

    /** Maximum number of reads of the scanner per character of the text; ordinary markup needs 3 to 6. */
    static final int READS = 12;

    /** Number of reads that any text may use, however short. */
    static final int FREE_READS = 200_000;

    /**
     * Number of reads that the text of a stored page may use: XWiki's own parser, which has no limits, reads as many each
     * time that the page is saved, indexed or shown.
     */
    static final int STORED_READS = 2_000_000;

    /** Maximum time of all texts of one page together. */
    static final Duration PAGE = Duration.ofSeconds(3);

    private static final Duration UNSAID = Duration.ofSeconds(2);

    private static final int CLOCK = 1024;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final ThreadLocal<TextLimits> CURRENT = new ThreadLocal<>();

    private final long nanos;

    private final Kind kind;

    private final long cpu = cpuNanos();

    private TextLimits parent;

    private long started;

    private long deadline;

    private long left = PAGE.toNanos();

    private SlowLane.Place place = SlowLane.Place.NONE;

    /** The text, if it may be known as slow. */
    private String text;

    /** Processor time of the texts of this page that have ended. */
    private long used;

    /** How long the texts of this page may still wait for the lane, together. */
    private long patience = SlowLane.PATIENCE_NANOS;

    private long characters;

    private long reads;

    private int clock;

    private int found;

    private int foundLinks;

    private int events;

    private int links;

    private int headings;

    private int depth;

    private final MacroBudget macros = new MacroBudget();

    private TextLimits(Duration time, Kind kind)
    {
        this.nanos = time.toNanos();
        this.kind = kind;
        this.started = System.nanoTime();
        this.deadline = this.started + this.nanos;
    }

    /**
     * @param time the maximum time of rendering
     * @return the limits of a text that is rendered now
     */
    public static TextLimits within(Duration time)
    {
        return new TextLimits(time, Kind.TEXT);
    }

    /**
     * @param time the maximum time of the page
     * @return the limits of a page that shows texts, which share the page's time for texts
     */
    public static TextLimits ofPage(Duration time)
    {
        return new TextLimits(time, Kind.PAGE);
    }

    /**
     * @param time the maximum time of the page
     * @return the limits of a page whose author readers need not trust: it is parsed as a text, and may show forms
     */
    public static TextLimits ofMembersPage(Duration time)
    {
        return new TextLimits(time, Kind.MEMBERS_PAGE);
    }

    /**
     * @param time the maximum time
     * @return the limits of a text that a wiki without limits of its own will parse as the source of a page
     */
    static TextLimits ofStoredText(Duration time)
    {
        return new TextLimits(time, Kind.STORED);
    }

    /** @return the limits of the text that the current thread renders, new ones if there is none */
    public static TextLimits current()
    {
        TextLimits limits = CURRENT.get();
        return limits == null ? within(UNSAID) : limits;
    }

    /** @return whether the current thread has open limits */
    public static boolean areOpen()
    {
        return CURRENT.get() != null;
    }

    /**
     * Opens these limits for the current thread. They end no later than the enclosing ones.
     *
     * @return restores the enclosing limits when closed
     */
    public Scope open()
    {
        TextLimits before = CURRENT.get();
        this.parent = before;
        this.started = System.nanoTime();
        this.deadline = this.started + this.nanos;
        if (before != null) {
            long end = before.holds(this) ? Math.min(before.deadline, this.started + before.left) : before.deadline;
            this.deadline = this.deadline - end > 0 ? end : this.deadline;
        }
        CURRENT.set(this);
        return this::close;
    }

    private void close()
    {
        SlowLane.leave(this.place);
        boolean waited = this.place == SlowLane.Place.LANE;
        this.place = SlowLane.Place.NONE;
        if (waited && this.text != null) {
            SlowLane.note(this.text, cpuNanos() - this.cpu);
        }
        if (this.parent == null) {
            CURRENT.remove();
            return;
        }
        CURRENT.set(this.parent);
        if (this.kind != Kind.PAGE && this.parent.kind == Kind.PAGE) {
            page().used += cpuNanos() - this.cpu;
        }
        if (this.parent.holds(this)) {
            this.parent.left -= System.nanoTime() - this.started;
        }
    }

    /**
     * Checks the length of a text before it is parsed.
     *
     * @param text the text, or the content of a macro in it
     * @throws TextLimitException if it is too long
     */
    public void checkText(String text)
    {
        if (text.length() > CHARACTERS) {
            throw new TextLimitException(Reason.LENGTH);
        }
        this.characters = Math.max(this.characters, text.length());
        checkTime();
    }

    /**
     * Counts reads of the scanner.
     *
     * @param count the number of characters
     * @throws TextLimitException if the scanner has read too much of this text
     */
    void read(int count)
    {
        this.reads += count;
        int free = this.kind == Kind.STORED ? STORED_READS : FREE_READS;
        if (this.reads > free + READS * this.characters) {
            throw new TextLimitException(Reason.MARKUP);
        }
        this.clock += count;
        if (this.clock >= CLOCK) {
            this.clock = 0;
            checkTime();
        }
    }

    /** @return the number of characters that the scanner has read */
    long reads()
    {
        return this.reads;
    }

    /** Counts an element that the scanner found; it is counted again as an event. */
    void found()
    {
        this.found++;
        if (this.found > EVENTS) {
            throw new TextLimitException(Reason.ELEMENTS);
        }
    }

    /** Counts a link or a picture that the scanner found. */
    void foundLink()
    {
        found();
        this.foundLinks++;
        if (this.foundLinks > LINKS) {
            throw new TextLimitException(Reason.LINKS);
        }
    }

    /** Counts an element. */
    void event()
    {
        this.events++;
        if (this.events > EVENTS) {
            throw new TextLimitException(Reason.ELEMENTS);
        }
        read(1);
    }

    /** Counts a link or a picture. */
    void link()
    {
        event();
        this.links++;
        if (this.links > LINKS) {
            throw new TextLimitException(Reason.LINKS);
        }
    }

    /** Counts a heading. */
    void heading()
    {
        event();
        this.headings++;
        if (this.headings > HEADINGS) {
            throw new TextLimitException(Reason.HEADINGS);
        }
    }

    /** Counts an element that contains others, including a macro whose content is parsed. */
    void enter()
    {
        event();
        this.depth++;
        if (this.depth > DEPTH) {
            throw new TextLimitException(Reason.DEPTH);
        }
    }

    /** Ends the element that {@link #enter()} began. */
    void leave()
    {
        this.depth--;
    }

    /** @return the limits of this text's macros */
    MacroBudget macros()
    {
        return this.macros;
    }

    /** @return whether the text may use one more macro of the suite; if so, it is counted */
    public boolean admitOwnMacro()
    {
        return outermost().macros.addOwn();
    }

    /**
     * @param length the number of HTML characters that a macro of the suite printed
     * @return whether the text may show them; if so, they are counted
     */
    public boolean admitOwnOutput(int length)
    {
        return outermost().macros.addOutput(length);
    }

    /**
     * Checks the length of the output.
     *
     * @param length the number of HTML characters so far
     * @throws TextLimitException if there are too many
     */
    public void checkOutput(long length)
    {
        if (length > OUTPUT) {
            throw new TextLimitException(Reason.OUTPUT);
        }
    }

    /**
     * Checks the time. A slow text waits here until it may continue, since only a few slow texts are rendered at once.
     *
     * @throws TextLimitException if the time is over, or if too many others wait
     */
    public void checkTime()
    {
        long now = System.nanoTime();
        if (now - this.deadline > 0) {
            if (cpuNanos() - this.cpu < this.nanos / 2) {
                // Other texts used the processor: the same text may succeed the next time.
                throw new TextLimitException(Reason.BUSY);
            }
            boolean shared = this.parent != null && this.parent.holds(this) && now - this.started < this.nanos;
            throw new TextLimitException(shared ? Reason.PAGE : Reason.TIME);
        }
        if (this.kind != Kind.PAGE && CURRENT.get() != null) {
            outermost().awaitTurn(now, this.deadline - now);
        }
    }

    /**
     * Names the text, before it is parsed. A text that was slow before, or is long, waits here, before it uses processor
     * and memory. So does any but a short one on a page whose texts have waited as long as they may: it is rendered only if
     * nobody else wants to.
     *
     * @param named the text
     * @return whether it waited, so that somebody else may have rendered it meanwhile
     * @throws TextLimitException if too many others wait
     */
    public boolean awaitTurnOf(String named)
    {
        if (this.kind == Kind.PAGE || outermost() != this) {
            return false;
        }
        this.text = named;
        boolean late = page().patience <= 0 && named.length() > SlowLane.SHORT;
        if (!late && !SlowLane.knows(named) && named.length() <= SlowLane.LONG) {
            return false;
        }
        enter(SlowLane.Place.LANE, this.deadline - System.nanoTime());
        return true;
    }

    /**
     * Waits once this text has used the processor for long: for a turn, and with the texts before it on its page for the
     * lane. The texts of a page wait no longer together than one text: a page that waits holds a thread, which others
     * want.
     */
    private void awaitTurn(long now, long nanos)
    {
        long before = page().used;
        boolean together = before > SlowLane.AFTER_NANOS;
        if (this.place == SlowLane.Place.LANE || now - this.started <= SlowLane.SHORT_NANOS && !together) {
            return;
        }
        long own = cpuNanos() - this.cpu;
        boolean longer = own > SlowLane.SHORT_NANOS;
        if (longer && own + before > SlowLane.AFTER_NANOS || own > SlowLane.CROWDED_NANOS && SlowLane.isCrowded()) {
            if (this.text != null) {
                SlowLane.note(this.text, own);
            }
            enter(SlowLane.Place.LANE, nanos);
        } else if (this.place == SlowLane.Place.NONE && (longer || together)) {
            enter(SlowLane.Place.TURN, nanos);
        }
    }

    private void enter(SlowLane.Place wanted, long nanos)
    {
        TextLimits page = page();
        SlowLane.Place held = this.place;
        this.place = SlowLane.Place.NONE;
        long before = System.nanoTime();
        try {
            SlowLane.enter(wanted, held, Math.min(nanos, page.patience));
            this.place = wanted;
        } finally {
            page.patience = Math.max(0, page.patience - (System.nanoTime() - before));
        }
    }

    /** @return the page that shows this text; the text itself if no page does */
    private TextLimits page()
    {
        TextLimits page = this;
        for (TextLimits outer = this.parent; outer != null; outer = outer.parent) {
            page = outer.kind == Kind.PAGE ? outer : page;
        }
        return page;
    }

    /** @return whether the page's time for texts also applies to the other limits */
    private boolean holds(TextLimits other)
    {
        return this.kind != Kind.TEXT && other.kind == Kind.TEXT;
    }

    /** @return whether the current thread renders a member's text that is shown among others, not as a page */
    public static boolean areOfText()
    {
        return areOpen() && CURRENT.get().kind == Kind.TEXT;
    }

    private static long cpuNanos()
    {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** A text within a text belongs to the outer one, in its lane. */
    private TextLimits outermost()
    {
        TextLimits outer = this;
        while (outer.parent != null && outer.parent.kind != Kind.PAGE) {
            outer = outer.parent;
        }
        return outer;
    }

    /** Restores the enclosing limits. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable
    {
        @Override
        void close();
    }

    /** What is rendered. */
    private enum Kind
    {
        /** A question, an answer, a comment ...: many of them on one page, written by anybody. */
        TEXT,
        /** A page whose author is no administrator. */
        MEMBERS_PAGE,
        /** The source of a page that is about to be saved. */
        STORED,
        /** A page written by administrators, or a macro of the suite on a page. */
        PAGE
    }
}
