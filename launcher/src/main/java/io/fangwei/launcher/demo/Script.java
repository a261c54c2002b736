package io.fangwei.launcher.demo;

import io.fangwei.kernel.store.Ids;
import java.util.List;
import java.util.stream.Stream;

/** The demo year, day by day. */
record Script(List<Stop> stops) {

    Script {
        stops = List.copyOf(stops);
    }

    Stream<Step> steps() {
        return stops.stream().flatMap(stop -> stop.lanes().stream()).flatMap(List::stream);
    }

    long size() {
        return steps().count();
    }

    /** Tells this script from any other: a load that was begun with one goes on with the same. */
    String fingerprint() {
        return Ids.of("script", stops).toString();
    }
}
