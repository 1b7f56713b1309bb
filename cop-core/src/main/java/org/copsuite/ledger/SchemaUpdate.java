/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;
import java.util.Map;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings tables up to date. */
public final class SchemaUpdate
{
    private SchemaUpdate()
    {
    }

    /**
     * Makes what a changelog says and the tables have not yet.
     *
     * @param database the database, with the names of the tables that version it
     * @param resource the changelog on the class path; what it includes stands in the same folder
     * @param loader finds it
     * @throws LiquibaseException if that fails, or if the tables were made by a newer version, whose changes this one does
     *     not know: it would write what the newer one cannot read
     */
    public static void apply(Database database, String resource, ClassLoader loader) throws LiquibaseException
    {
        try {
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> update(database, resource, loader));
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            // Scope.child declares it.
            throw new LiquibaseException(e);
        }
    }

    private static void update(Database database, String resource, ClassLoader loader) throws LiquibaseException
    {
        Liquibase liquibase = new Liquibase(resource, new ClassLoaderResourceAccessor(loader), database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update(new Contexts(), new LabelExpression());
        // Other changelogs, in other folders, are versioned by the same table.
        String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
        List<String> unknown = liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression()).stream()
            .filter(change -> folder.equals(change.getChangeLog().substring(0, change.getChangeLog().lastIndexOf('/') + 1)))
            .map(change -> change.getId()).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new LiquibaseException("The tables were made by a newer version of CoP Suite, with the changes " + unknown
                + ". Install that version, or restore a backup from before it was installed.");
        }
    }
}
