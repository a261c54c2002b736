package io.fangwei.visit.people;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The professionals that we have heard of. */
public interface Professionals {

    /** Those of the ids that are known. */
    Map<UUID, Professional> find(Collection<UUID> ids);
}
