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

/** Loads templates with the class loader of this class, not with the context class loader of the thread. */
public final class TemplateLoader extends ResourceLoader
{
    private static final String FOLDER = "/org/copsuite/templates/";

    @Override
    public void init(ExtProperties configuration)
    {
        // There is no configuration.
    }

    @Override
    public Reader getResourceReader(String source, String encoding)
    {
        if (!source.matches("[a-z0-9/-]+")) {
            throw new ResourceNotFoundException("Invalid template name [" + source + "].");
        }
        InputStream stream = TemplateLoader.class.getResourceAsStream(FOLDER + source + ".vm");
        if (stream == null) {
            throw new ResourceNotFoundException("No template [" + source + "].");
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
