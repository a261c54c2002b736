package io.fangwei.policy.budget;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All payees; an insurer sees its own. */
public interface Payees {

    Payee add(Payee payee, List<PayeeEvent> events);

    Payee get(UUID payeeId);

    Optional<Payee> find(UUID payeeId);

    Map<UUID, Payee> findAll(Collection<UUID> payeeIds);

    /** One that the insurer has registered under exactly this name. */
    Optional<Payee> named(UUID insurerId, String name);

    Page<Payee> page(@Nullable String words, Pages page);
}
