package io.fangwei.kernel.store;

import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.http.HttpStatus;

/** The marks that commands leave in the aggregate they change (D11). */
final class Marks {

    private Marks() {}

    /** True if the command is known by its mark; throws if it then asked for something else. */
    static boolean find(Document document, Command command) {
        var created = document.get("created", Document.class);
        var known = Stream.concat(Stream.of(created), document.getList("commands", Document.class).stream())
                .filter(mark -> command.mark().equals(mark.getString("mark")))
                .findFirst();
        known.ifPresent(mark -> requireSameBody(mark, command));
        return known.isPresent();
    }

    /** True if an entry that the command caused has not been handed on yet. */
    static boolean waits(Document document, Command command) {
        return document.getList("outbox", Document.class).stream()
                .anyMatch(entry -> command.mark().equals(entry.getString(Entry.CAUSE)));
    }

    static void requireSameBody(Document known, Command command) {
        if (!command.body().equals(known.getString("body"))) {
            throw new Failure(HttpStatus.UNPROCESSABLE_CONTENT, KernelRule.IDEMPOTENCY_KEY_REUSED);
        }
    }
}
