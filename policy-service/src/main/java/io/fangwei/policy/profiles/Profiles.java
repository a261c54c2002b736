package io.fangwei.policy.profiles;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All profiles. */
public interface Profiles {

    CompanyDescription add(CompanyDescription profile, List<ProfileEvent> events);

    CompanyDescription get(UUID profileId);

    CompanyDescription change(UUID profileId, Function<CompanyDescription, List<ProfileEvent>> action);

    /** @param companyId all companies, if none is given */
    Page<CompanyDescription> page(@Nullable UUID companyId, Pages page);
}
