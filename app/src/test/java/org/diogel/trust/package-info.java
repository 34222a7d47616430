/// The promises of SECURITY.md, kept by the real thing: Diogel as a process of its own, spoken to
/// over HTTP as a browser without scripts does, killed, starved and searched.
@NullMarked
package org.diogel.trust;

import org.jspecify.annotations.NullMarked;
