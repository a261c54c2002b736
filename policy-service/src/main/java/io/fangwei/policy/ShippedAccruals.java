package io.fangwei.policy;

import io.fangwei.policy.insurers.AccrualRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The limits of accrual in the rule packs that are shipped. */
public final class ShippedAccruals {

    private record File(@Nullable AccrualRules accrual) {}

    private ShippedAccruals() {}

    public static AccrualRules read(String rulePack) {
        try (var in = ShippedAccruals.class.getResourceAsStream("/rule-packs/" + rulePack + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no rule pack " + rulePack);
            }
            return Optional.ofNullable(
                            new JsonMapper().readValue(in, File.class).accrual())
                    .orElseThrow(() -> new IllegalArgumentException(rulePack + " says nothing of accruals"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
