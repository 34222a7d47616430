package org.diogel.account;

/// @param path of an SVG, in units of one square @param size of its side, in squares
public record QrPicture(String path, int size) {}
