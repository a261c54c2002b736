package io.fangwei.team;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** For whom the caller acts; a token that lacks this identity may do nothing in its name. */
public final class ActingFor {

    private ActingFor() {}

    public static UUID anInsurer() {
        return known(CurrentCaller.get().insurerId());
    }

    public static UUID anInstitution() {
        return known(CurrentCaller.get().institutionId());
    }

    private static UUID known(@Nullable UUID identity) {
        if (identity == null) {
            throw new Failure(HttpStatus.FORBIDDEN, KernelRule.ROLE_NOT_ALLOWED);
        }
        return identity;
    }
}
