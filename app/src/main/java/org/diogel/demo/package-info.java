/// The fictional partnership: one data file, `demo/partnership.json`, used by the demonstration, the
/// screenshots and the browser tests. It comes in through the same doors as everybody else: reports
/// are sent, warnings are proposed by one person and published by another. Nothing here is there
/// when Diogel serves. It has no tables.
///
/// What the reports tell is put together from kinds of events that HO §6.6–6.7, RESP Q1–Q2 and SURV
/// §7.1 describe; nobody in it exists, and no place is smaller than a police force area.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "web", "access", "account", "consent", "messages",
            "protocol", "report", "evidence", "alert",
            "liaison", "safeguarding", "contest", "emergency", "retention", "subjectaccess"
        })
@NullMarked
package org.diogel.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
