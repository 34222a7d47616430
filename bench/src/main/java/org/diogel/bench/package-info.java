/// Speed, memory and quality, each against a comparator in the same run. `./diogel bench` runs it
/// and names the machine; nothing here is a test.
@NullMarked
package org.diogel.bench;

import org.jspecify.annotations.NullMarked;
