package io.fangwei.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** How the whole platform is. */
record Health(List<OfService> services) {

    enum Status {
        UP,
        DOWN,
        UNREACHABLE
    }

    record OfService(String name, Status status) {}

    @JsonProperty
    Status status() {
        return services.stream().allMatch(service -> service.status() == Status.UP) ? Status.UP : Status.DOWN;
    }
}
