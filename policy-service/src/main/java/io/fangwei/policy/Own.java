package io.fangwei.policy;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** On whose behalf the current caller acts. */
public final class Own {

    private Own() {}

    /** The insurer that the caller works for; whoever works for none may not act for one. */
    public static UUID insurer() {
        return Optional.ofNullable(CurrentCaller.get().insurerId())
                .orElseThrow(() -> new Failure(HttpStatus.FORBIDDEN, KernelRule.ROLE_NOT_ALLOWED));
    }

    /** The institution that the caller works for. */
    public static UUID institution() {
        return Optional.ofNullable(CurrentCaller.get().institutionId())
                .orElseThrow(() -> new Failure(HttpStatus.FORBIDDEN, KernelRule.ROLE_NOT_ALLOWED));
    }
}
