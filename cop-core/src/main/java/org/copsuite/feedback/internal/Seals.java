/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;
import org.xwiki.environment.Environment;

/**
 * Encrypts the sum of the answers to an open survey. The key is a file outside of the database, in the folder
 * {@code cop/seals} of the wiki's permanent directory, so that neither the database nor its transaction log nor two
 * copies of it tell what an answer changed. It is deleted when the survey closes; from then on nobody can decrypt what
 * old copies of the database contain.
 */
@Component(roles = Seals.class)
@Singleton
public class Seals
{
    private static final String CIPHER = "AES/GCM/NoPadding";

    private static final String ALGORITHM = "AES";

    private static final int KEY = 32;

    private static final int NONCE = 12;

    private static final int TAG = 128;

    /** Texts are padded to at least this many bytes, and then to a power of two: their length tells nothing either. */
    private static final int SHORTEST = 4096;

    private static final int UUID_LENGTH = 36;

    @Inject
    private Provider<Environment> environment;

    private final SecureRandom random = new SecureRandom();

    /**
     * @param survey an open survey
     * @param text a text without null characters
     * @return the encrypted text
     * @throws CopException UNAVAILABLE if the key cannot be stored or read
     */
    String seal(Survey survey, String text) throws CopException
    {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, Math.max(SHORTEST, Integer.highestOneBit(bytes.length) * 2));
        byte[] nonce = new byte[NONCE];
        this.random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key(survey, true), nonce, padded);
        return Base64.getEncoder()
            .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    /**
     * @param survey an open survey
     * @param sealed an encrypted text
     * @return the text
     * @throws CopException UNAVAILABLE if this node does not have the key
     */
    String open(Survey survey, String sealed) throws CopException
    {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        byte[] padded = run(Cipher.DECRYPT_MODE, key(survey, false), Arrays.copyOf(bytes, NONCE),
            Arrays.copyOfRange(bytes, NONCE, bytes.length));
        String text = new String(padded, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] text) throws CopException
    {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, ALGORITHM), new GCMParameterSpec(TAG, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw unavailable();
        }
    }

    /** Only one transaction on any node holds the lock of the ledger, so nobody else creates the file meanwhile. */
    private byte[] key(Survey survey, boolean create) throws CopException
    {
        Path file = file(survey);
        try {
            if (create && Files.notExists(file)) {
                byte[] key = new byte[KEY];
                this.random.nextBytes(key);
                write(file, key);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unavailable();
        }
    }

    /** Writes the whole file or none, readable by this account only, and waits until the disk has it. */
    private static void write(Path file, byte[] key) throws IOException
    {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "seal", ".tmp");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(key));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Deletes the key of a survey, if this node has one.
     *
     * @param survey a survey that is closed or deleted
     * @throws IOException if the file cannot be deleted
     */
    void destroy(Survey survey) throws IOException
    {
        Files.deleteIfExists(file(survey));
    }

    /**
     * @param wiki a wiki
     * @return the surveys of the wiki of which this node has a key
     * @throws IOException if the folder cannot be read
     */
    List<Survey> all(WikiId wiki) throws IOException
    {
        if (Files.notExists(folder(wiki))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(wiki))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.length() == UUID_LENGTH)
                .map(name -> new Survey(wiki, UUID.fromString(name))).toList();
        }
    }

    private Path file(Survey survey)
    {
        return folder(survey.wiki()).resolve(survey.id().toString());
    }

    private Path folder(WikiId wiki)
    {
        // Hexadecimal, since a wiki's name could be the name of a device or end in dots.
        return this.environment.get().getPermanentDirectory().toPath().resolve("cop").resolve("seals")
            .resolve(HexFormat.of().formatHex(wiki.value().getBytes(StandardCharsets.UTF_8)));
    }

    private static CopException unavailable()
    {
        return new CopException(CopException.Kind.UNAVAILABLE, "cop.feedback.error.seal");
    }
}
