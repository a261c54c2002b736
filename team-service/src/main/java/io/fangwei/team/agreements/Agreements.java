package io.fangwei.team.agreements;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All agreements. */
public interface Agreements {

    ServiceAgreement add(ServiceAgreement agreement);

    ServiceAgreement get(UUID id);

    /** True if the insurer has an agreement with the party that holds on the day (CLK-25). */
    boolean isInForce(UUID insurerId, UUID partyId, LocalDate day);

    Page<ServiceAgreement> page(@Nullable UUID partyId, Pages pages);
}
