package io.fangwei.policy.imports;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was found in the rows of all imports. */
public interface FaultyRows {

    /** Keeps them; a row that is known already is replaced. */
    void keep(UUID importId, List<FaultyRow> rows);

    /** Forgets what a check that begins anew had found. */
    void forget(UUID importId);

    /** Which of the rows from one to another did not pass the check. */
    Set<Integer> unchecked(UUID importId, int from, int to);

    /** In the order of their numbers. */
    Page<FaultyRow> page(UUID importId, Pages page);
}
