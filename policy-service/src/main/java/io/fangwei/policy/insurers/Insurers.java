package io.fangwei.policy.insurers;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All insurers. */
public interface Insurers {

    Insurer add(Insurer insurer, List<InsurerEvent> events);

    Insurer get(UUID insurerId);

    Insurer change(UUID insurerId, Function<Insurer, List<InsurerEvent>> action);

    /** @param words parts of name or licence number; none for all */
    Page<Insurer> page(@Nullable String words, Pages page);

    /** True if there is such an insurer, whoever asks. */
    boolean isRegistered(UUID insurerId);
}
