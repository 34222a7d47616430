package org.diogel.disclosure;

/// A cell that is not shown, and what an attacker can narrow it down to. Whether it is primary is for
/// the table's owner alone: it says that the count is small.
///
/// @param table which table, from 0
/// @param cell which of its cells
/// @param primary whether it is hidden for its own sake
/// @param low the smallest count it could have
/// @param high the largest
public record HiddenCell(int table, int cell, boolean primary, long low, long high) {}
