/// Warnings: written from what she agreed to share, in both languages, by one person; published by
/// another; seen by the members they are meant for; corrected, withdrawn, at an end by themselves.
/// HO §6.6–6.7, NPCC §3.9, DOMAIN §4.6.
///
/// Tables (schema `alert`): `alert` (one row each: state, area, audience, times), `content` (the
/// text), `event` (what was done, by whom, and why), `approval` (who agreed to publish), `reading`
/// (which member opened it; told when it no longer counts, otherwise only counted). Texts and reasons
/// are sealed under the key of the report and gone with it; what comes from no report ([AlertKind]) under
/// a key of its own, gone a year after it ended. Moderators see their own agency's;
/// members see what was published for them, never a draft and nothing of the report; the holder of
/// the report sees what became of it.
///
/// A correction is a warning of its own that takes the place of an earlier one, so that the rule of
/// two people holds for it too. [AlertMove] is the whole life of a warning.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "database", "audit", "access", "account", "consent",
            "messages", "report"
        })
@NullMarked
package org.diogel.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
