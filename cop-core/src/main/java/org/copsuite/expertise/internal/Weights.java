/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Combines the evidence about a candidate into one score: each part is divided by the maximum of all candidates,
 * weighted and summed. {@value #VOTING} for the answers found by the text, which vote for their authors (Macdonald and
 * Ounis, "Voting for candidates", CIKM 2006, with BM25 scores as votes), {@value #PROFILE} for the answers on its tags,
 * {@value #RECENCY} for recent answers. On the two Stack Exchange dumps named in docs/developer, rolling in time, this
 * mix found the author of the accepted answer better than each part alone. {@value #DECLARED} for declared topics,
 * which those dumps do not contain, is our choice.
 */
class Weights
{
    static final double VOTING = 0.5;

    static final double PROFILE = 0.5;

    static final double RECENCY = 1.0;

    static final double DECLARED = 0.5;

    private static final double ALL = VOTING + PROFILE + RECENCY + DECLARED;

    private final double mostVoting;

    private final double mostProfile;

    private final double mostRecency;

    private final double mostDeclared;

    Weights(Collection<Candidate> candidates)
    {
        this.mostVoting = most(candidates, Candidate::voting);
        this.mostProfile = most(candidates, Candidate::profile);
        this.mostRecency = most(candidates, Candidate::recency);
        this.mostDeclared = most(candidates, Candidate::declared);
    }

    /** @return between 0 and 1 */
    double score(Candidate candidate)
    {
        return (voting(candidate.voting()) + profile(candidate.profile()) + recency(candidate.recency())
            + declared(candidate.declared())) / ALL;
    }

    double voting(double value)
    {
        return VOTING * part(value, this.mostVoting);
    }

    double profile(double value)
    {
        return PROFILE * part(value, this.mostProfile);
    }

    double recency(double value)
    {
        return RECENCY * part(value, this.mostRecency);
    }

    double declared(double value)
    {
        return DECLARED * part(value, this.mostDeclared);
    }

    private static double part(double value, double most)
    {
        return most > 0 ? value / most : 0;
    }

    private static double most(Collection<Candidate> candidates, ToDoubleFunction<Candidate> part)
    {
        return candidates.stream().mapToDouble(part).max().orElse(0);
    }
}
