/// The only feature that sends. What leaves is neutral: it names no service and no subject matter,
/// and says only that there is something to read after signing in (DOMAIN §4.3).
///
/// Table `messages.delivery`: one row a message, account and way, written in the transaction of whatever
/// it is about, drained in the background, each way by itself, tried again with growing pauses, given up
/// after eight tries or at once when it is refused for good, and then shown to the administrator. It is
/// sent at least once; a crash between handing over and noting it may send it twice, never not at all,
/// unless whoever carries it can be asked. Before each one [SendCheck] is asked again. Table
/// `messages.preference`: the areas, ways and quiet hours somebody chose.
/// This package also runs the background work of every feature: any `RecurringTask` bean.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "web", "vault", "database", "audit", "access", "account", "consent"
        })
@NullMarked
package org.diogel.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
