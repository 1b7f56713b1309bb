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

/** Updates the database schema with Liquibase. */
public final class SchemaUpdate
{
    private SchemaUpdate()
    {
    }

    /**
     * Applies the changes of a changelog that the database lacks.
     *
     * @param database the database, with the names of its changelog tables
     * @param resource the changelog on the class path; its includes are in the same folder
     * @param loader the class loader that finds it
     * @throws LiquibaseException on a failure, or if a newer version has changed the schema: this version could write
     *            what the newer one cannot read
     */
    public static void apply(Database database, String resource, ClassLoader loader) throws LiquibaseException
    {
        try {
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> update(database, resource, loader));
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            // Declared by Scope.child.
            throw new LiquibaseException(e);
        }
    }

    private static void update(Database database, String resource, ClassLoader loader) throws LiquibaseException
    {
        Liquibase liquibase = new Liquibase(resource, new ClassLoaderResourceAccessor(loader), database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update(new Contexts(), new LabelExpression());
        // Other changelogs, in other folders, use the same changelog table.
        String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
        List<String> unknown = liquibase.listUnexpectedChangeSets(new Contexts(), new LabelExpression()).stream()
            .filter(change -> folder.equals(change.getChangeLog().substring(0, change.getChangeLog().lastIndexOf('/') + 1)))
            .map(change -> change.getId()).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new LiquibaseException("A newer version of CoP Suite has changed the tables, with the changes "
                + unknown + ". Install that version, or restore a backup from before it was installed.");
        }
    }
}
