package org.diogel.alert;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the partnership has agreed about warnings.
///
/// @param fullNumbers whether telephone numbers and e-mail addresses are shown whole; otherwise the
///     last four digits and a part. A number plate never is
@ConfigurationProperties("diogel.alert")
public record AlertSettings(@DefaultValue("false") boolean fullNumbers) {}
