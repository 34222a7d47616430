package org.diogel.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Free ports of this machine, for servers that start later. They lie below those that the machine itself
/// hands out to connections (32,768 on Linux, 49,152 elsewhere): of these, one that is free now may be
/// somebody's by then.
final class Ports {
    private static final int FIRST = 20_000;
    private static final int AFTER = 32_000;
    private static final int TRIES = 100;

    private Ports() {}

    static String free() throws IOException {
        for (int tries = 1; true; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return Integer.toString(socket.getLocalPort());
            } catch (IOException taken) {
                if (tries == TRIES) {
                    throw taken;
                }
            }
        }
    }
}
