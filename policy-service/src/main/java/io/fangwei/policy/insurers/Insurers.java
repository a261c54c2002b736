package io.fangwei.policy.insurers;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** All insurers. */
public interface Insurers {

    Insurer add(Insurer insurer, List<InsurerEvent> events);

    Insurer get(UUID insurerId);

    Insurer change(UUID insurerId, Function<Insurer, List<InsurerEvent>> action);

    Page<Insurer> page(Pages page);
}
