package io.fangwei.kernel.feed;

import io.fangwei.kernel.caller.Role;
import java.util.List;
import java.util.Set;

/**
 * What a service offers under one name. A service has as many as it has beans of this type.
 *
 * @param name as its address carries it
 * @param readers who may pull it, each within its areas
 */
public record Dataset(String name, Set<Role> readers, List<FeedSource> sources) {

    public Dataset {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("No name of a dataset: " + name);
        }
        readers = Set.copyOf(readers);
        sources = List.copyOf(sources);
    }

    boolean reads(String type) {
        return sources.stream().anyMatch(source -> source.types().contains(type));
    }
}
