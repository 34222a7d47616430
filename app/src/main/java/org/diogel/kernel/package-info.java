/// What every feature may use: typed ids, who is acting and why, the time, references that mean
/// nothing to anyone else, files that are whole or not there, and the few interfaces by which a later
/// feature reaches an earlier one. It has no tables and opens no connection.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.diogel.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
