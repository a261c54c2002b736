package io.fangwei.kernel.deadlines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The rule packs that are shipped, each a JSON resource of its own. */
public final class RulePacks {

    public static final String CHENGDU = "chengdu-draft";

    private record File(String id, String version, List<ClockRule> clocks) {}

    private RulePacks() {}

    public static RulePack read(String id) {
        try (var in = RulePacks.class.getResourceAsStream("/rule-packs/" + id + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no rule pack " + id);
            }
            var file = new JsonMapper().readValue(in, File.class);
            return RulePack.of(file.id(), file.version(), file.clocks());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
