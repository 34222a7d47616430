package org.diogel.kernel;

/// Where something happened, never more exactly than a police force area: a smaller place could
/// point to a person. Codes are the Office for National Statistics' for Wales.
public enum Region {
    SOUTH_WALES,
    GWENT,
    DYFED_POWYS,
    NORTH_WALES,
    OUTSIDE_WALES
}
