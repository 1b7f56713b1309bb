/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.question.PostFiles;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.xwiki.component.annotation.Component;

/** Files and pictures in posts. */
@Component
@Named("org.copsuite.rest.question.FileResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class FileResource extends AbstractResource
{
    @Inject
    private Provider<PostFiles> files;

    /**
     * Adds a file to a post or to a draft: the body is the file, the headers {@code Cop-File-Name} and {@code Cop-Post}
     * give its name and its post.
     */
    @POST
    @Path("files")
    @Writes
    public Response add(@Context ContainerRequestContext request) throws CopException, IOException
    {
        try (Input input = Input.of(request)) {
            signedIn();
            return json(FileJson.of(this.files.get().add(actor(), input.id("post"), input.text("name"), input.file(),
                input.flag("anonymous"))));
        }
    }
}
