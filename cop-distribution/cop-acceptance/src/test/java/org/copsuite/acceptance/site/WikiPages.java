/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

/** What the wiki itself does with pages, whatever stands on them; each wiki has forms of its own for it. */
public interface WikiPages
{
    /**
     * Moves a page and what lies below it, within its space.
     *
     * @param member who does it
     * @param path where the page is viewed
     * @param name its new name
     * @return where it is viewed then
     */
    String move(Member member, String path, String name);

    /**
     * Copies a page and what lies below it, within its space.
     *
     * @param member who does it
     * @param path where the page is viewed
     * @param name the name of the copy
     * @return where the copy is viewed
     */
    String copy(Member member, String path, String name);

    /**
     * Deletes a page and what lies below it.
     *
     * @param member who does it
     * @param path where the page is viewed
     */
    void delete(Member member, String path);

    /**
     * Writes a page with the editor of plain wiki text.
     *
     * @param member who does it
     * @param path where the page is viewed
     * @param title the page's title, {@code null} to leave the one that it has
     * @param content the whole text
     * @return what the wiki answered
     */
    Member.Answer save(Member member, String path, String title, String content);

    /**
     * @param login who
     * @return where the suite's part of the profile is viewed
     */
    String profile(String login);

    /**
     * @param reader somebody who may not view a page
     * @return the status of the wiki's answer to such a reader, after redirects
     */
    int refusalToView(Member reader);
}
