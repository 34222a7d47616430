package org.diogel.alert;

import java.util.ArrayList;
import java.util.List;

/// Every page of a list, one after the other.
public final class AllPages {

    private AllPages() {}

    /// What members see, in force and no longer.
    public static List<Board.Entry> of(Board board) {
        List<Board.Entry> all = new ArrayList<>();
        Board.Listed listed = board.list(null, null);
        for (int page = 1; page <= listed.leaf().last(); page++) {
            all.addAll(board.list(null, String.valueOf(page)).inForce());
        }
        listed.noLongerTrue().forEach(row -> all.add(new Board.Entry(row, false)));
        return all;
    }

    public static List<AlertRow> of(Alerts alerts) {
        List<AlertRow> all = new ArrayList<>();
        for (boolean ended : List.of(false, true)) {
            int last = alerts.list(ended, null).leaf().last();
            for (int page = 1; page <= last; page++) {
                all.addAll(alerts.list(ended, String.valueOf(page)).rows());
            }
        }
        return all;
    }
}
