/// The components of GOV.UK Frontend 6.6.0 as values. Each record is one component; a template
/// prints it with `${...}` like any other content, and what it prints is, as a document, what the
/// same component of GOV.UK Frontend prints for the same options (`GovukParityTest`).
///
/// Text given as [String] is always escaped. Anything richer is [gg.jte.Content]: another
/// component, a block of a template, or [org.diogel.govuk.Html] for mark-up that the program itself
/// wrote. Nothing here reads a request, a language or a clock: whoever builds the record brings the
/// words.
@NullMarked
package org.diogel.govuk;

import org.jspecify.annotations.NullMarked;
