package org.diogel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diogel.kernel.Network.near;
import static org.diogel.kernel.Network.wide;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void oneHouseholdIsOneHoweverItsAddressesAreWritten() {
        String home = near("2001:db8:1:2:3:4:5:6");
        assertThat(near("2001:DB8:1:2::1")).isEqualTo(home);
        assertThat(near("2001:0db8:0001:0002::7")).isEqualTo(home);
        assertThat(near("2001:db8:1:3::1")).isNotEqualTo(home);
        // Zeros left out in the middle are part of the /64 too.
        assertThat(near("2001:db8::1")).isEqualTo(near("2001:db8:0:0:ffff::2"));
        assertThat(near("2001:db8::1")).isNotEqualTo(near("2001:db8:0:1::1"));
        assertThat(near("::1")).isNotEqualTo(near("2001::1"));
    }

    @Test
    void oneCustomerIsOneHoweverManyHouseholdsItsAddressesWouldMake() {
        assertThat(wide("2001:db8:1:3::1")).isEqualTo(wide("2001:db8:1:2:3:4:5:6"));
        assertThat(wide("2001:db8:2:2::1")).isNotEqualTo(wide("2001:db8:1:2::1"));
    }

    @Test
    void anIpv4AddressIsItself() {
        assertThat(near("203.0.113.7")).isEqualTo("203.0.113.7").isEqualTo(wide("203.0.113.7"));
        assertThat(near("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void whatIsNoAddressIsAPlaceOfItsOwnAndIsNeverLookedUp() {
        assertThat(near("unix:")).isEqualTo("unix:");
        assertThat(wide("diogel.invalid")).isEqualTo("diogel.invalid");
    }
}
