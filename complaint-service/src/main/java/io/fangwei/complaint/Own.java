package io.fangwei.complaint;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** On whose behalf the current caller acts; a token that does not say so may not act for anybody. */
public final class Own {

    private Own() {}

    public static UUID insurer() {
        return known(CurrentCaller.get().insurerId());
    }

    public static UUID company() {
        return known(CurrentCaller.get().companyId());
    }

    private static UUID known(@Nullable UUID identity) {
        if (identity == null) {
            throw new Failure(HttpStatus.FORBIDDEN, KernelRule.ROLE_NOT_ALLOWED);
        }
        return identity;
    }
}
