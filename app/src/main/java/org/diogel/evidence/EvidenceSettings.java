package org.diogel.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param files most files of a report
/// @param fileMegabytes most of one file
/// @param reportMegabytes most of all files of a report together
/// @param megapixels most millions of dots of a picture
/// @param memoryMegabytes what all files on their way may take of the memory at one moment; at least
///     twice that of one file
/// @param megabytesAtOnce what may be sent at once from one address or household; one more every
///     twenty seconds
@ConfigurationProperties("diogel.evidence")
record EvidenceSettings(
        @DefaultValue("20") int files,
        @DefaultValue("25") int fileMegabytes,
        @DefaultValue("100") int reportMegabytes,
        @DefaultValue("64") int megapixels,
        @DefaultValue("120") int memoryMegabytes,
        @DefaultValue("400") int megabytesAtOnce) {

    static final int MEGABYTE = 1024 * 1024;

    int mostBytes() {
        return fileMegabytes * MEGABYTE;
    }
}
