package org.diogel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.diogel.govuk.PageItem;
import org.diogel.govuk.PageStep;
import org.diogel.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/// Which page of a list somebody is on. There is always one: whatever an address asks for that is not
/// there shows the first or the last.
///
/// @param number from 1
/// @param last the number of the last page, at least 1
public record Leaf(int number, int last) {

    /// How many rows a page has.
    public static final int ROWS = 25;

    /// @param asked as it stood in the address
    /// @param rows how many the whole list has
    public static Leaf of(@Nullable String asked, long rows) {
        int last = (int) Math.max(1, (rows + ROWS - 1) / ROWS);
        return new Leaf(asked == null ? 1 : number(asked, last), last);
    }

    private static int number(String asked, int last) {
        if (!asked.matches("0*[1-9][0-9]*")) {
            return 1;
        }
        String digits = asked.replaceFirst("^0+", "");
        return digits.length() > 9 ? last : Math.min(Integer.parseInt(digits), last);
    }

    /// How many rows stand on the pages before.
    public long before() {
        return (number - 1L) * ROWS;
    }

    /// The title of a page of it: pages are told apart in the browser's history.
    public String title(Texts texts, String title) {
        return last == 1
                ? title
                : texts.t(
                        "web.nav.leaf.title",
                        "title",
                        title,
                        "page",
                        String.valueOf(number),
                        "pages",
                        String.valueOf(last));
    }

    /// The way to the other pages; null where there is no other.
    ///
    /// @param address of the list without a page, such as `/queue?show=open`
    public @Nullable Pagination way(Texts texts, String address) {
        if (last == 1) {
            return null;
        }
        return Pagination.of(
                        texts.t("web.nav.leaf.pages"),
                        number == 1
                                ? null
                                : PageStep.of(
                                        href(address, number - 1),
                                        texts.t("web.nav.leaf.previous")),
                        number == last
                                ? null
                                : PageStep.of(
                                        href(address, number + 1), texts.t("web.nav.leaf.next")))
                .withItems(items(texts, address));
    }

    /// The first, the last and those beside this one.
    private List<PageItem> items(Texts texts, String address) {
        List<PageItem> items = new ArrayList<>();
        int before = 0;
        for (int page :
                IntStream.rangeClosed(1, last)
                        .filter(p -> p == 1 || p == last || Math.abs(p - number) <= 1)
                        .toArray()) {
            if (page > before + 1) {
                items.add(PageItem.gap());
            }
            PageItem item =
                    PageItem.of(
                            page,
                            href(address, page),
                            texts.t("web.nav.leaf.page", "page", String.valueOf(page)));
            items.add(page == number ? item.asCurrent() : item);
            before = page;
        }
        return items;
    }

    private static String href(String address, int page) {
        return address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }
}
