package org.diogel.kernel;

import java.util.Set;

/// One entry of the staff navigation. A feature declares its own; the frame shows those of the
/// signed-in person's roles, in order.
///
/// @param order smaller comes first
/// @param path where it leads
/// @param key message key of its text
/// @param roles who sees it; empty means everybody who signed in
public record NavItem(int order, String path, String key, Set<Role> roles) {}
