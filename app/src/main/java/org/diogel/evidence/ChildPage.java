package org.diogel.evidence;

import org.diogel.govuk.Component;

/// Before a file is sealed for good. @param back to the file
public record ChildPage(String path, String back, Component<?> reason) {}
