/// Copies of everything held about somebody who asks for one, and the register of what police, courts
/// and others ask for of what people told.
///
/// A copy is gathered over every table through [org.diogel.kernel.Gathers], decided piece by piece by the
/// data protection officer, and handed over with a record of what was withheld and why. Tables (schema
/// `subjectaccess`): `request`, `piece`, `pack`, `event`; `asked` and `asked_event` of the register.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "web", "vault", "database", "audit", "access", "account", "consent", "messages",
            "report", "liaison", "contest"
        })
@NullMarked
package org.diogel.subjectaccess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
