package org.diogel.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Where a request comes from, as limiters count: a household has a whole /64 of IPv6 addresses, a
/// customer of a provider up to a /48. In IPv4 the address itself is both. Addresses are taken as the
/// server gives them, in whatever way they are written; what is none counts as a place of its own.
/// Nothing is looked up.
public final class Network {

    private Network() {}

    /// The address, or its /64.
    public static String near(String address) {
        return first(address, 8);
    }

    /// The address, or its /48.
    public static String wide(String address) {
        return first(address, 6);
    }

    private static String first(String address, int bytes) {
        InetAddress read;
        try {
            read = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
        // An IPv4 address written as IPv6 is read as IPv4.
        return read instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, bytes) + "/" + 8 * bytes
                : read.getHostAddress();
    }
}
