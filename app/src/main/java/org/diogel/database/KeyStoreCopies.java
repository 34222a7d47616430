package org.diogel.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Copies of the key store, apart from the database's: one a day, the day's newest, at most 30 days
/// of them. A key that was destroyed is out of every backup when those have passed, and with it what
/// it sealed. The files are the vault's; here they are opaque.
record KeyStoreCopies(BackupFolder folder, BackupCipher cipher) {
    static final int DAYS = 30;

    /// Copies the key store of a data folder as it is now.
    void copy(DataFolder data, Clock clock) throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var name = "keys-" + today;
        DataFolder.secure(folder.keystore());
        cipher.encrypt(
                new ByteArrayInputStream(pack(data.keystore())),
                folder.keystore().resolve(name + ".enc"),
                "keystore/" + name);
        var copies = folder.keyCopies();
        for (var copy : copies.subList(0, copies.size() - 1)) {
            if (LocalDate.parse(copy.substring("keys-".length())).isBefore(today.minusDays(DAYS - 1))) {
                Files.deleteIfExists(folder.keystore().resolve(copy + ".enc"));
            }
        }
    }

    /// Puts the newest copy into a data folder: what was erased since the database's backup stays
    /// erased.
    void restore(DataFolder data) throws IOException {
        DataFolder.secure(data.keystore());
        var copies = folder.keyCopies();
        if (copies.isEmpty()) {
            throw new BackupCipher.Damaged("keystore");
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(open(copies.getLast())))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = Path.of(entry.getName()).getFileName();
                Durable.write(data.keystore().resolve(name), zip.readAllBytes());
            }
        }
    }

    byte[] open(String copy) {
        return cipher.decrypt(folder.keystore().resolve(copy + ".enc"), "keystore/" + copy);
    }

    /// Size and time of the store's files; it differs after every change.
    static String state(DataFolder data) throws IOException {
        var state = new StringBuilder();
        for (var name : BackupFolder.names(data.keystore(), "", "")) {
            if (isKept(name)) {
                var file = data.keystore().resolve(name);
                try {
                    state.append(name).append(' ').append(Files.size(file)).append(' ');
                    state.append(Files.getLastModifiedTime(file)).append('\n');
                } catch (NoSuchFileException _) {
                    state.append("gone\n");
                }
            }
        }
        return state.toString();
    }

    private static byte[] pack(Path keystore) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : BackupFolder.names(keystore, "", "")) {
                if (isKept(name) && Files.isRegularFile(keystore.resolve(name))) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(Files.readAllBytes(keystore.resolve(name)));
                    zip.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    /// Locks and what a rotation has not finished belong to the process that made them.
    private static boolean isKept(String name) {
        return !name.endsWith(".lock") && !name.endsWith(".new");
    }
}
