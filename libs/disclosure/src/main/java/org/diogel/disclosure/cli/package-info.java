/// The command line: CSV files in, CSV files and sentences out. Every error says which file and row
/// it is about, in words for the person whose table it is.
@NullMarked
package org.diogel.disclosure.cli;

import org.jspecify.annotations.NullMarked;
