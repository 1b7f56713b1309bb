/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailException;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.UserId;

/** Keeps mails in a list. It reaches everybody except those named by {@link #except}. */
public class TestMail implements Mail
{
    private final List<MailMessage> sent = new CopyOnWriteArrayList<>();

    private final Set<UserId> unreachable = ConcurrentHashMap.newKeySet();

    private volatile boolean broken;

    /** @return the mails that were sent, in order */
    public List<MailMessage> sent()
    {
        return this.sent;
    }

    /** @param person a person without an address */
    public void except(UserId person)
    {
        this.unreachable.add(person);
    }

    /** @param now whether sending fails from now on */
    public void setBroken(boolean now)
    {
        this.broken = now;
    }

    @Override
    public boolean reaches(UserId person)
    {
        return !this.unreachable.contains(person);
    }

    @Override
    public void send(MailMessage mail) throws MailException
    {
        if (this.broken) {
            throw new MailException("The mail server does not answer.");
        }
        this.sent.add(mail);
    }
}
