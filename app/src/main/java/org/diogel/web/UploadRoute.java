package org.diogel.web;

/// A page to which files are sent. Everywhere else a form is a megabyte at most, and what comes as
/// `multipart/form-data` is never looked at.
///
/// @param path exactly as it is asked for
public record UploadRoute(String path) {}
