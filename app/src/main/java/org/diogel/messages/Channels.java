package org.diogel.messages;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What this Diogel can send by: one channel a way at most.
final class Channels {

    private final Map<Way, Channel> byWay = new EnumMap<>(Way.class);

    Channels(Collection<? extends Channel> all) {
        all.forEach(channel -> byWay.put(channel.way(), channel));
    }

    Optional<Channel> find(Way way) {
        return Optional.ofNullable(byWay.get(way));
    }

    Optional<Channel> named(String name, Way way) {
        return find(way).filter(channel -> channel.name().equals(name));
    }

    Set<Way> ways() {
        return Set.copyOf(byWay.keySet());
    }
}
