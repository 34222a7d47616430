/// What she chose to give to the police and others outside: it reaches them exactly as she was shown
/// it, and what came of it flows back. HO §6.7, §7.15, NPCC §3.8–3.9, §4.5, §6.1, DOMAIN §2 S5, §4.2,
/// §4.5.
///
/// Tables (schema `liaison`): `package` (one row for what one recipient gets of a report: state and
/// what lists need), `content` (the excerpt she was shown),
/// `file` (which files of the report may be opened with it), `event` (what was done, by whom), `outcome`
/// (what came of it), `note` (crime numbers, questions and answers between force and desk),
/// `afterword` (who is told that a warning they got by hand changed or no longer counts), `receiver`
/// (which force receives here what is for whom), `treatment` and `answered` (how she says
/// she was treated; nothing leads back to her unless she says so). Words are sealed under the key of
/// the report and gone with it. The desk sees its own; officers see what was passed to their own
/// force, and nothing once it was taken back unread; the holder of the report sees how it stands.
///
/// What she adds later and says may go too is a package that follows the first, under the same rules;
/// a force reads it with the first.
///
/// [PackageMove] is the whole life of a package. What nobody receives here goes by hand: the desk
/// takes the paper, which counts as gone from then on, and says when and how it was handed over.
@ApplicationModule(
        allowedDependencies = {
            "kernel", "figures", "web", "vault", "database", "audit", "access", "account", "consent",
            "messages", "protocol", "report", "evidence", "alert"
        })
@NullMarked
package org.diogel.liaison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
