package org.diogel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports of this machine's own address.
final class Ports {
    private static final int USUAL = 8080;
    private static final int TRIES = 100;

    private Ports() {}

    /// The port asked for, which must be free.
    static int asked(int port) {
        if (!isFree(port)) {
            throw Refused.impossible(
                    "Port " + port + " is taken; choose another with --port or stop what uses it.");
        }
        return port;
    }

    /// 8080, or the next one that is free.
    static int usual() {
        for (var port = USUAL; port < USUAL + TRIES; port++) {
            if (isFree(port)) {
                if (port != USUAL) {
                    System.err.println("Port " + USUAL + " is taken; using " + port + ".");
                }
                return port;
            }
        }
        throw Refused.impossible("No port from 8080 on is free; choose one with --port.");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
