package io.fangwei.evaluation.insurers;

import java.util.UUID;

/** The insurers that we have heard of. */
public interface Insurers {

    String COLLECTION = "insurers";

    /** Refuses an insurer that there is not, or whose evaluation the caller may not see. */
    void requireVisible(UUID insurerId);
}
