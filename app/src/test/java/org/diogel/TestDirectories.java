package org.diogel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// The directories of the application under test: two agencies', at a port of this machine where a test
/// may answer for them. Nobody answers unless it does.
public final class TestDirectories {
    public static final int PORT = free();
    public static final String FORCE = "http://127.0.0.1:" + PORT + "/force";
    public static final String COUNCIL = "http://127.0.0.1:" + PORT + "/council";
    public static final String CLIENT = "diogel test";
    public static final String SECRET = "a secret/with+signs";
    public static final String TENANT = "11111111-aaaa-4000-8000-000000000001";

    private TestDirectories() {}

    static Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            Path secret = Files.writeString(folder.resolve("directory-secret"), SECRET + "\n");
            return Files.writeString(
                    folder.resolve("directories.properties"),
                    """
                    force.name=Gwasanaeth Un
                    force.issuer=%1$s
                    force.client-id=%3$s
                    force.secret-file=%4$s
                    force.tenants=%5$s, other
                    force.agency=Asiantaeth Un
                    force.second-factor=amr
                    council.name=Cyngor Dau
                    council.issuer=%2$s
                    council.client-id=%3$s
                    council.secret-file=%4$s
                    council.agency=Asiantaeth Dau
                    """
                            .formatted(FORCE, COUNCIL, CLIENT, secret, TENANT));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
