package org.diogel.kernel;

import java.util.List;

/// What a feature wants said on the terminal once Diogel really serves.
public interface ReadyLines {
    List<String> lines();
}
