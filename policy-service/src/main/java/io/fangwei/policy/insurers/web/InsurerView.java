package io.fangwei.policy.insurers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fangwei.policy.insurers.AccrualRate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An insurer as its reader may see it: the accrual rates only for itself and those who watch over it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InsurerView(
        UUID id,
        String name,
        String licenceNo,
        List<String> areas,
        @Nullable List<AccrualRate> accrualRates) {}
