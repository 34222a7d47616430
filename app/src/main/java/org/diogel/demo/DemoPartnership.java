package org.diogel.demo;

import java.util.Map;
import java.util.TreeMap;
import org.diogel.access.Access;
import org.diogel.access.Agency;
import org.diogel.account.AccountView;
import org.diogel.account.Accounts;
import org.diogel.account.Profession;
import org.diogel.demo.Partnership.Member;
import org.diogel.demo.Partnership.Somebody;
import org.diogel.kernel.Acting;
import org.diogel.kernel.Actor;
import org.diogel.kernel.AgencyId;
import org.diogel.kernel.Lang;
import org.diogel.kernel.Region;
import org.diogel.liaison.Receivers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Fills an empty demonstration.
@Component
@ConditionalOnProperty(name = "diogel.mode", havingValue = "demo")
public class DemoPartnership {
    private static final Actor SET_UP = new Actor.Task("set-up");
    private static final String PURPOSE = "demonstration";

    private final Access access;
    private final Accounts accounts;
    private final Receivers receivers;
    private final DemoProtocols protocols;
    private final DemoStory story;
    private final DemoAsking asking;
    private final DemoEmergency emergency;
    private final DemoKeeping keeping;
    private final DemoCopies copies;

    DemoPartnership(
            Access access,
            Accounts accounts,
            Receivers receivers,
            DemoProtocols protocols,
            DemoStory story,
            DemoAsking asking,
            DemoEmergency emergency,
            DemoKeeping keeping,
            DemoCopies copies) {
        this.access = access;
        this.accounts = accounts;
        this.receivers = receivers;
        this.protocols = protocols;
        this.story = story;
        this.asking = asking;
        this.emergency = emergency;
        this.keeping = keeping;
        this.copies = copies;
    }

    /// Does nothing when it was filled before. The desk for every region comes last and says that it
    /// is complete: a start that was killed half-way is done again.
    ///
    /// @return whether it was empty
    public boolean load() {
        if (Acting.as(SET_UP, PURPOSE, access::hasDesk)) {
            return false;
        }
        Partnership all = PartnershipFile.read();
        Acting.run(SET_UP, PURPOSE, () -> setUp(all));
        protocols.sign(all, actor("alun", all), actor("dilys", all));
        keeping.endLongAgo(all, actor("alun", all), actor("dilys", all));
        all.reports().forEach(told -> story.tell(told, all));
        asking.ask(actor("ffion", all), actor("dewi", all));
        emergency.open(actor("ffion", all), actor("carys", all));
        keeping.hold(actor("ffion", all), actor("dilys", all));
        copies.ask(actor("ffion", all), actor("dilys", all));
        Acting.run(SET_UP, PURPOSE, () -> openDesks(all, true));
        return true;
    }

    private void setUp(Partnership all) {
        for (Member agency : all.agencies()) {
            if (access.findAgency(agency.id()).isEmpty()) {
                access.addAgency(new Agency(agency.id(), agency.name(), agency.kind()));
            }
        }
        all.people().forEach(person -> accounts.createDemo(person(person, all)));
        receivers.change(receivers.list(), receiving(all));
        openDesks(all, false);
    }

    private static Map<String, AgencyId> receiving(Partnership all) {
        Map<String, AgencyId> receiving = new TreeMap<>();
        for (Member agency : all.agencies()) {
            if (agency.receives() != null) {
                agency.receives().forEach(recipient -> receiving.put(recipient, agency.id()));
            }
        }
        return receiving;
    }

    private static Actor.Person actor(String key, Partnership all) {
        Somebody person = all.person(key);
        return new Actor.Person(person.id(), all.agency(person.agency()).id(), person.roles());
    }

    private void openDesks(Partnership all, boolean complete) {
        for (Member agency : all.agencies()) {
            for (String region : agency.regions()) {
                boolean any = region.equals("ANY");
                if (any == complete) {
                    access.setDesk(any ? null : Region.valueOf(region), agency.id());
                }
            }
        }
    }

    private static Accounts.DemoPerson person(Somebody person, Partnership all) {
        return new Accounts.DemoPerson(
                new AccountView(
                        person.id(),
                        all.agency(person.agency()).id(),
                        person.name(),
                        Profession.valueOf(person.profession()),
                        person.roles(),
                        true,
                        Lang.ofTag(person.language()).orElseThrow()),
                person.email(),
                all.password(),
                person.totp());
    }
}
