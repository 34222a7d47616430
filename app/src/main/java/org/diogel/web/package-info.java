/// The frame every page stands in: language, forms and their errors, security headers, leaving
/// quickly, honest error pages, and the one way a controller answers with a page. It has no tables.
@ApplicationModule(allowedDependencies = {"kernel", "figures"})
@NullMarked
package org.diogel.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
