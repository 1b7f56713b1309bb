/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import org.copsuite.macro.Choice;
import org.copsuite.macro.community.CommunityFilter;
import org.copsuite.recognition.RecognitionService.Period;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the leaderboard. */
public class LeaderboardParameters extends CommunityFilter
{
    private String period;

    private String limit;

    /** @return the period: week, month, quarter, year or all; {@code null} or blank if the reader chooses */
    public String getPeriod()
    {
        return this.period;
    }

    /** @param period the period: week, month, quarter, year or all; without it, the reader chooses */
    @PropertyName("Time")
    @PropertyDescription("The time: week, month, quarter, year or all. Without it the reader chooses.")
    @PropertyDisplayType({Choice.class, Period.class})
    public void setPeriod(String period)
    {
        this.period = period;
    }

    /** @return the maximum number of people, 1 to 50; {@code null} or blank for 10 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of people, 1 to 50; without it, 10 */
    @PropertyName("Limit")
    @PropertyDescription("How many people, 1 to 50; without it 10.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
