package org.diogel.report;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many reports may be begun. Each makes a key that is written to disk, so that nobody may begin
/// them without end.
///
/// @param beginAtOnce from one address or household; one more every ten seconds
/// @param beginAtOnceEverywhere from everywhere together; five more a second
@ConfigurationProperties("diogel.report")
record ReportSettings(
        @DefaultValue("60") int beginAtOnce, @DefaultValue("3000") int beginAtOnceEverywhere) {}
