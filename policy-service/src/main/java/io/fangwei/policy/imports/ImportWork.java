package io.fangwei.policy.imports;

import java.util.UUID;

/** Whoever works on imports. */
public interface ImportWork {

    /** There is something to do for an import. */
    void wake(UUID importId);
}
