package org.diogel.trust;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;

/// Notices every file made below a folder, also one that is gone again at once.
final class Written implements AutoCloseable {

    private final WatchService watch;

    Written(Path folder) throws IOException {
        watch = folder.getFileSystem().newWatchService();
        try (var all = Files.walk(folder)) {
            for (Path inside : all.filter(Files::isDirectory).toList()) {
                inside.register(watch, ENTRY_CREATE);
            }
        }
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (WatchKey key = watch.poll(); key != null; key = watch.poll()) {
            key.pollEvents().forEach(event -> names.add(String.valueOf(event.context())));
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
