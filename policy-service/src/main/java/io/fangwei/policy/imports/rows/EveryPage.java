package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.function.Consumer;
import java.util.function.Function;

/** A list from its first page to its last, one page in memory at a time. */
final class EveryPage {

    private EveryPage() {}

    static <T> void of(Function<Pages, Page<T>> list, Consumer<T> each) {
        var page = list.apply(Pages.of(Pages.MOST, null));
        page.items().forEach(each);
        while (page.next() != null) {
            page = list.apply(Pages.of(Pages.MOST, page.next()));
            page.items().forEach(each);
        }
    }
}
