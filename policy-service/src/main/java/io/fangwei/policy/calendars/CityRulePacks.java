package io.fangwei.policy.calendars;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** All rule packs that were handed in. */
public interface CityRulePacks {

    /** Changes a pack, or begins with it. */
    CityRulePack open(UUID id, String packId, Function<CityRulePack, List<RulePackEvent>> action);

    CityRulePack change(UUID id, Function<CityRulePack, List<RulePackEvent>> action);

    CityRulePack get(UUID id);

    Optional<CityRulePack> find(UUID id);

    Page<CityRulePack> page(Pages page);
}
