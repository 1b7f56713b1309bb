/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.refactoring.job;

import java.util.Collection;

import org.xwiki.job.AbstractRequest;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/** Stands in for the platform's in tests: keeps what it is told. */
public class MoveRequest extends AbstractRequest
{
    private static final long serialVersionUID = 1L;

    private transient Collection<EntityReference> references;

    private EntityReference destination;

    private DocumentReference user;

    private boolean deep;

    private boolean redirect;

    private boolean checking = true;

    public void setJobType(String type)
    {
        setProperty("job.type", type);
    }

    public Collection<EntityReference> getEntityReferences()
    {
        return this.references;
    }

    public void setEntityReferences(Collection<EntityReference> references)
    {
        this.references = references;
    }

    public EntityReference getDestination()
    {
        return this.destination;
    }

    public void setDestination(EntityReference destination)
    {
        this.destination = destination;
    }

    public DocumentReference getUserReference()
    {
        return this.user;
    }

    public void setUserReference(DocumentReference user)
    {
        this.user = user;
    }

    public boolean isDeep()
    {
        return this.deep;
    }

    public void setDeep(boolean deep)
    {
        this.deep = deep;
    }

    public boolean isAutoRedirect()
    {
        return this.redirect;
    }

    public void setAutoRedirect(boolean redirect)
    {
        this.redirect = redirect;
    }

    public boolean isCheckRights()
    {
        return this.checking;
    }

    public void setCheckRights(boolean checking)
    {
        this.checking = checking;
    }

    public void setDeleteSource(boolean delete)
    {
        setProperty("deleteSource", delete);
    }

    public void setUpdateLinks(boolean update)
    {
        setProperty("updateLinks", update);
    }
}
