package org.diogel.messages;

import java.util.List;

/// @param unsent what waits or was given up
/// @param canSend whether there is any way out
/// @param gaps why somebody cannot be told at all
public record DeliveriesView(List<Delivery> unsent, boolean canSend, List<String> gaps) {}
