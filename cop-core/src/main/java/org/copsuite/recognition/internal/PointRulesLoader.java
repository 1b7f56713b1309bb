/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Counter;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.PointRulesSource;
import org.copsuite.spi.PointRule;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Loads the rules once: the rates that point rules declare and the suite's file, overridden by the wiki's own file. */
@Component(roles = PointRulesLoader.class)
@Singleton
public class PointRulesLoader
{
    /** Increased when the same rules give other points, so that all points are computed again. */
    private static final int VERSION = 1;

    private static final String POINTS = "points.";

    private static final String CAP = "cap.daily";

    private static final String EXEMPT = "cap.exempt";

    private static final String THANKS = "thanks.weekly";

    /** Maximum points of a rule, so that no sum overflows. */
    private static final int MOST = 100_000;

    @Inject
    private Provider<PointRulesSource> source;

    @Inject
    private Provider<List<PointRule>> contributions;

    @Inject
    private Logger logger;

    private PointRules rules;

    /** @return the rules in force */
    public synchronized PointRules get()
    {
        if (this.rules == null) {
            this.rules = read();
        }
        return this.rules;
    }

    private PointRules read()
    {
        Properties own = this.source.get().own();
        Properties usual = ours();
        this.contributions.get().stream().flatMap(rule -> rule.rates().stream())
            .forEach(rate -> usual.setProperty(POINTS + rate.name(), String.valueOf(rate.points())));
        Map<String, Integer> points = new TreeMap<>();
        for (String key : usual.stringPropertyNames()) {
            if (key.startsWith(POINTS)) {
                points.put(key.substring(POINTS.length()), number(own, usual, key, -MOST));
            }
        }
        own.stringPropertyNames().stream().filter(key -> !key.equals(EXEMPT) && !usual.containsKey(key))
            .forEach(key -> this.logger.warn("{} contains the unknown rule [{}]; it is ignored.",
                PointRulesSource.FILE, key));
        Set<String> capped = new TreeSet<>(points.keySet());
        capped.removeAll(exempt(own));
        int cap = number(own, usual, CAP, 0);
        int thanks = number(own, usual, THANKS, 0);
        // Without the limit of thanks, which changes no points.
        return new PointRules(points, capped, cap, thanks,
            fingerprint(VERSION + " " + points + capped + cap + counters()));
    }

    private Set<String> counters()
    {
        return this.contributions.get().stream().flatMap(rule -> rule.counters().stream()).map(Counter::name)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> exempt(Properties own)
    {
        String names = own.getProperty(EXEMPT);
        return names != null ? Arrays.stream(names.split(",")).map(String::trim).toList()
            : this.contributions.get().stream().flatMap(rule -> rule.rates().stream()).filter(PointRule.Rate::exempt)
                .map(PointRule.Rate::name).toList();
    }

    private int number(Properties own, Properties usual, String key, int least)
    {
        int number = Integer.parseInt(usual.getProperty(key).trim());
        String text = own.getProperty(key);
        if (text == null) {
            return number;
        }
        try {
            int wanted = Integer.parseInt(text.trim());
            if (wanted >= least && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException e) {
            this.logger.debug("Failed to parse the number [{}].", text, e);
        }
        this.logger.error("{}: [{}] must be a whole number from {} to {}; {} is used.", PointRulesSource.FILE, key,
            least, MOST, number);
        return number;
    }

    private static Properties ours()
    {
        Properties properties = new Properties();
        try (InputStream stream = PointRulesLoader.class.getResourceAsStream('/' + PointRulesSource.FILE)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String fingerprint(String text)
    {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, which every Java platform has.", e);
        }
    }
}
