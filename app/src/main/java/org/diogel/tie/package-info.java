/// The pages of the list each person who works here keeps for herself of whom she knows privately. The
/// list is in `access`, the matching in `report`; nothing of its own.
@ApplicationModule(allowedDependencies = {"kernel", "web", "access", "report"})
@NullMarked
package org.diogel.tie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
