package org.diogel.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diogel.kernel.Durable;
import org.diogel.vault.Destroyed;
import org.diogel.vault.KeyStoreFile;
import org.diogel.vault.KeysRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of the key store, apart from the database's: one a day, the day's newest, at most 30 days
/// of them. A key that was destroyed is out of every backup when those have passed, and with it what
/// it sealed.
///
/// With them lies the list of keys that were destroyed because somebody was erased. It is put over
/// whichever copy is restored, so that she stays erased however old that is.
///
/// A copy from before many keys went at once is kept beside the day's newest, as long as any: it may
/// be that they should not have gone.
record KeyStoreCopies(BackupFolder folder, BackupCipher cipher) {
    static final int DAYS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(KeyStoreCopies.class);
    private static final String DAILY = "keys-";
    private static final String KEPT = "kept-";
    private static final String LIST = "destroyed";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// Copies the key store of a data folder as it is now.
    void copy(DataFolder data, Clock clock) throws IOException {
        var file = data.keystore().resolve(KeyStoreFile.NAME);
        if (!Files.exists(file)) {
            LOG.warn("There is no key store in {} to copy", data.keystore());
            return;
        }
        var now = clock.instant();
        var name = DAILY + LocalDate.ofInstant(now, ZoneOffset.UTC);
        var bytes = Files.readAllBytes(file);
        DataFolder.secure(folder.keystore());
        if (Files.exists(path(name))) {
            keep(name, KeyStoreFile.read(bytes, file.toString()), now);
        }
        copyList(data);
        cipher.encrypt(new ByteArrayInputStream(bytes), path(name), place(name));
        removeOld(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1));
    }

    /// The list of destroyed keys only ever grows, here too: also where an older data folder is shipped.
    private void copyList(DataFolder data) throws IOException {
        var file = data.keystore().resolve(Destroyed.NAME);
        if (Files.exists(file)) {
            var all = Destroyed.merged(list(), Files.readAllBytes(file));
            cipher.encrypt(new ByteArrayInputStream(all), path(LIST), place(LIST));
        }
    }

    private byte[] list() {
        return Files.exists(path(LIST)) ? cipher.decrypt(path(LIST), place(LIST)) : new byte[0];
    }

    /// Puts today's copy aside when the store has lost many of its keys, or is another.
    private void keep(String name, KeyStoreFile now, Instant when) throws IOException {
        KeyStoreFile before;
        try {
            before = read(name);
        } catch (BackupCipher.Damaged | KeysRefused unreadable) {
            // A bad copy must not keep the good one that replaces it away.
            LOG.warn("Today's copy of the key store in {} cannot be read; it is replaced", folder.keystore());
            return;
        }
        var same = before.installation().equals(now.installation());
        if (same && !KeyStoreFile.isMuch(before.size() - now.size(), before.size())) {
            return;
        }
        var kept = KEPT + TIME.format(when);
        cipher.encrypt(
                new ByteArrayInputStream(cipher.decrypt(path(name), place(name))),
                path(kept),
                place(kept));
        LOG.warn(
                "The key store holds {} keys and its copy of today {}; that copy stays in {} as {}."
                        + " If keys were lost, stop Diogel and restore with --keystore {}",
                now.size(),
                before.size(),
                folder.keystore(),
                kept,
                kept.substring(KEPT.length()));
    }

    private void removeOld(LocalDate oldest) throws IOException {
        var all = Stream.concat(daily().stream(), kept().stream()).toList();
        for (var copy : all) {
            var day = LocalDate.parse(copy.substring(DAILY.length(), DAILY.length() + 10));
            if (day.isBefore(oldest) && !copy.equals(daily().getLast())) {
                Files.deleteIfExists(path(copy));
            }
        }
    }

    /// Names of the copies of each day, oldest first.
    List<String> daily() {
        return BackupFolder.names(folder.keystore(), DAILY, ".enc");
    }

    private List<String> kept() {
        return BackupFolder.names(folder.keystore(), KEPT, ".enc");
    }

    /// Puts a copy into a data folder, the newest unless another is asked for: what was erased since
    /// the database's backup stays erased.
    ///
    /// @param asked a day, or the time of a copy that was kept
    void restore(DataFolder data, Optional<String> asked) throws IOException {
        var name = asked.map(this::find).orElseGet(this::newest);
        DataFolder.secure(data.keystore());
        Durable.write(
                data.keystore().resolve(KeyStoreFile.NAME), cipher.decrypt(path(name), place(name)));
        // Whatever day that copy is of: who was erased since then stays erased.
        Durable.write(data.keystore().resolve(Destroyed.NAME), list());
        Destroyed.apply(data.keystore());
    }

    private String find(String asked) {
        var all = Stream.concat(daily().stream(), kept().stream()).toList();
        return all.stream()
                .filter(name -> name.substring(DAILY.length()).equals(asked))
                .findFirst()
                .orElseThrow(
                        () ->
                                DatabaseRefusal.unusable(
                                        "There is no copy of the key store of "
                                                + asked
                                                + "; there are "
                                                + String.join(
                                                        ", ",
                                                        all.stream()
                                                                .map(n -> n.substring(DAILY.length()))
                                                                .toList())
                                                + "."));
    }

    /// @throws BackupCipher.Damaged when there is none
    String newest() {
        if (daily().isEmpty()) {
            throw new BackupCipher.Damaged("keystore");
        }
        return daily().getLast();
    }

    /// @throws BackupCipher.Damaged when it is not what was encrypted there
    KeyStoreFile read(String copy) {
        return KeyStoreFile.read(cipher.decrypt(path(copy), place(copy)), copy);
    }

    /// Size and time of the store; it differs after every change.
    static String state(DataFolder data) throws IOException {
        var file = data.keystore().resolve(KeyStoreFile.NAME);
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (NoSuchFileException _) {
            return "none";
        }
    }

    private Path path(String copy) {
        return folder.keystore().resolve(copy + ".enc");
    }

    private static String place(String copy) {
        return "keystore/" + copy;
    }
}
