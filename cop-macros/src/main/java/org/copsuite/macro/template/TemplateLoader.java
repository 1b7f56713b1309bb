/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.apache.velocity.util.ExtProperties;

/** Finds templates beside our classes: not where the thread that asks happens to come from. */
public final class TemplateLoader extends ResourceLoader
{
    private static final String FOLDER = "/org/copsuite/templates/";

    @Override
    public void init(ExtProperties configuration)
    {
        // Nothing to set.
    }

    @Override
    public Reader getResourceReader(String source, String encoding)
    {
        if (!source.matches("[a-z0-9/-]+")) {
            throw new ResourceNotFoundException("Not a template's name: " + source);
        }
        InputStream stream = TemplateLoader.class.getResourceAsStream(FOLDER + source + ".vm");
        if (stream == null) {
            throw new ResourceNotFoundException("No template " + source);
        }
        return new InputStreamReader(stream, Charset.forName(encoding));
    }

    @Override
    public boolean isSourceModified(Resource resource)
    {
        return false;
    }

    @Override
    public long getLastModified(Resource resource)
    {
        return 0;
    }
}
