/// The one door through which pages get counts. A [Figure] is what a page may say of a number; a
/// count reaches a text or a table in no other way. The rules are those of `libs/disclosure`.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.diogel.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
