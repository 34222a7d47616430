package org.diogel.alert;

import java.util.Arrays;
import java.util.UUID;
import org.diogel.kernel.Region;
import org.diogel.web.View;
import org.diogel.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What members read.
@Controller
class BoardController {

    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @GetMapping("/messages")
    View list(
            Visit visit,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String page) {
        Region where =
                Arrays.stream(Region.values())
                        .filter(r -> r.name().equals(region))
                        .findFirst()
                        .orElse(null);
        Board.Listed listed = board.list(where, page);
        return View.staff(
                "alert/board",
                listed.leaf().title(visit.texts(), visit.t("alert.board.title")),
                new BoardPage(
                        listed, listed.leaf().way(visit.texts(), BoardPage.path(where))));
    }

    @GetMapping("/messages/{id}")
    View read(@PathVariable UUID id, Visit visit) {
        return View.staff(
                        "alert/message",
                        visit.t("alert.message.title"),
                        new MessagePage(board.open(new AlertId(id))))
                .back("/messages");
    }
}
