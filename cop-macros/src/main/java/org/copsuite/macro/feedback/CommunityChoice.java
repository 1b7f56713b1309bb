/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.NoCommunityException;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.macro.community.CommunityFilter;

/** Which community the macros of feedback show. */
final class CommunityChoice
{
    private CommunityChoice()
    {
    }

    /**
     * @param input the parameters of the macro and of the page
     * @param parameters the parameters of the macro
     * @return the community that the parameter names, or that contains the page, or that the address of the page names
     * @throws WrongParameterException if there is none
     */
    static CommunityView of(MacroInput input, CommunityFilter parameters) throws WrongParameterException
    {
        CommunityView community = input.community("community", parameters.getCommunity());
        if (community == null) {
            community = input.communityAround();
        }
        if (community == null) {
            community = input.askedCommunity("community");
        }
        if (community == null) {
            throw new NoCommunityException();
        }
        return community;
    }
}
