/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.macro.MacroId;
import org.xwiki.rendering.macro.MacroLookupException;
import org.xwiki.rendering.macro.MacroManager;
import org.xwiki.rendering.macro.descriptor.MacroDescriptor;
import org.xwiki.rendering.macro.descriptor.ParameterDescriptor;
import org.xwiki.rendering.syntax.Syntax;

/**
 * Lists the macros that an author may insert, those of the suite first. Omits internal macros, which only the suite's
 * own pages use.
 */
@Component(roles = MacroList.class)
@Singleton
public class MacroList
{
    private static final String SUITE = "cop-";

    @Inject
    private MacroManager macros;

    @Inject
    private Logger logger;

    /**
     * A macro.
     *
     * @param id the id in the markup
     * @param name the display name
     * @param description what the macro does
     * @param parameters the parameters, mandatory ones first
     * @param sample the markup that an author inserts
     */
    public record MacroLine(String id, String name, String description, List<ParameterLine> parameters, String sample)
    {
    }

    /**
     * A parameter of a macro.
     *
     * @param id the id in the markup
     * @param description the meaning of the parameter
     * @param mandatory whether the parameter is mandatory
     */
    public record ParameterLine(String id, String description, boolean mandatory)
    {
    }

    /** @return the macros, those of the suite first, then by name */
    List<MacroLine> list()
    {
        List<MacroLine> lines = new ArrayList<>();
        try {
            for (MacroId id : this.macros.getMacroIds(Syntax.XWIKI_2_1)) {
                MacroDescriptor descriptor = this.macros.getMacro(id).getDescriptor();
                if (!descriptor.getDefaultCategories().contains(AbstractMacro.DEFAULT_CATEGORY_INTERNAL)) {
                    lines.add(line(id.getId(), descriptor));
                }
            }
        } catch (MacroLookupException e) {
            this.logger.error("Failed to list the macros; the list remains incomplete.", e);
        }
        lines.sort(Comparator.comparing((MacroLine line) -> !line.id.startsWith(SUITE)).thenComparing(MacroLine::id));
        return lines;
    }

    private static MacroLine line(String id, MacroDescriptor descriptor)
    {
        List<ParameterLine> parameters = descriptor.getParameterDescriptorMap().values().stream()
            .filter(parameter -> !parameter.isDeprecated() && !parameter.isDisplayHidden())
            .sorted(Comparator.comparing((ParameterDescriptor parameter) -> !parameter.isMandatory())
                .thenComparing(ParameterDescriptor::getId))
            .map(parameter -> new ParameterLine(parameter.getId(), empty(parameter.getDescription()),
                parameter.isMandatory()))
            .toList();
        StringBuilder sample = new StringBuilder("{{").append(id);
        parameters.stream().filter(ParameterLine::mandatory)
            .forEach(parameter -> sample.append(' ').append(parameter.id).append("=\"\""));
        sample.append(descriptor.getContentDescriptor() == null ? "/}}" : "}}\n\n{{/" + id + "}}");
        return new MacroLine(id, empty(descriptor.getName()), empty(descriptor.getDescription()), parameters,
            sample.toString());
    }

    private static String empty(String text)
    {
        return text == null ? "" : text;
    }
}
