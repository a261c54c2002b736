package io.fangwei.evaluation.findings;

import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All findings. */
public interface Findings {

    /** Those of an insurer and year, of one indicator or rule if asked for. */
    Page<Finding> of(UUID insurerId, int year, @Nullable String indicator, @Nullable String ruleId, Pages pages);
}
