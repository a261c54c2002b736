package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A list from its first page to its last, one page in memory at a time. */
final class EveryPage {

    private EveryPage() {}

    static <T> void of(Function<Pages, Page<T>> list, Consumer<T> each) {
        together(list, items -> items.forEach(each));
    }

    /** The items of one page together. */
    static <T> void together(Function<Pages, Page<T>> list, Consumer<List<T>> each) {
        var page = list.apply(Pages.of(Pages.MOST, null));
        each.accept(page.items());
        while (page.next() != null) {
            page = list.apply(Pages.of(Pages.MOST, page.next()));
            each.accept(page.items());
        }
    }
}
