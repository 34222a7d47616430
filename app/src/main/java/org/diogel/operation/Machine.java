package org.diogel.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diogel.database.DatabaseHealth;
import org.diogel.vault.Vault;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What the machine says: the disk the data is on, whether a key could be kept, whether the database
/// answers.
@Component
class Machine {
    private static final int LEAST_FREE = 10;

    private final Path data;
    private final DatabaseHealth database;
    private final Vault vault;

    Machine(Environment environment, DatabaseHealth database, Vault vault) {
        this.data = Path.of(environment.getProperty("diogel.data", "."));
        this.database = database;
        this.vault = vault;
    }

    /// Parts of a hundred of the disk that are free; -1 when nobody knows.
    int freeDisk() {
        try {
            var disk = Files.getFileStore(data);
            long whole = disk.getTotalSpace();
            return whole <= 0 ? -1 : (int) (100 * disk.getUsableSpace() / whole);
        } catch (IOException unknown) {
            return -1;
        }
    }

    boolean isDiskLow() {
        int free = freeDisk();
        return free >= 0 && free < LEAST_FREE;
    }

    boolean isDatabaseUp() {
        return database.isUp();
    }

    boolean keepsKeys() {
        return vault.isSound();
    }

    String java() {
        return Runtime.version().toString();
    }
}
