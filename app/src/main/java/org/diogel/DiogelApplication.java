package org.diogel;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The application: every feature is a package beside this class.
@Modulithic(systemName = "Diogel")
@SpringBootApplication
public class DiogelApplication {}
