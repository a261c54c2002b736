package io.fangwei.complaint.officers;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** All officers that the caller may see. */
public interface Officers {

    Officer add(Officer officer, List<OfficerEvent> events);

    Optional<Officer> find(UUID officerId);

    Officer get(UUID officerId);

    Officer change(UUID officerId, Function<Officer, List<OfficerEvent>> action);

    Page<Officer> page(Pages pages);
}
