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

/** Keeps letters in a list. It reaches everybody who was not excepted. */
public class TestMail implements Mail
{
    private final List<MailMessage> sent = new CopyOnWriteArrayList<>();

    private final Set<UserId> unreachable = ConcurrentHashMap.newKeySet();

    private volatile boolean broken;

    /** @return what was sent, in order */
    public List<MailMessage> sent()
    {
        return this.sent;
    }

    /** @param person somebody without an address */
    public void except(UserId person)
    {
        this.unreachable.add(person);
    }

    /** @param now whether nothing can be sent */
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
    public void send(MailMessage letter) throws MailException
    {
        if (this.broken) {
            throw new MailException("The server is away.");
        }
        this.sent.add(letter);
    }
}
