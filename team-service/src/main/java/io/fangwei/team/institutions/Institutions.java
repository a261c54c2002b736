package io.fangwei.team.institutions;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.UUID;

/** All institutions. */
public interface Institutions {

    Institution add(Institution institution);

    Institution get(UUID id);

    boolean has(UUID id);

    Page<Institution> page(Pages pages);
}
