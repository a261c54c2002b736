package io.fangwei.launcher.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * One day of the demo year, on which the clock stands still. What must follow each other is one lane; lanes are
 * independent of each other. What another service must have heard of first happened on an earlier day.
 */
record Stop(LocalDate day, List<List<Step>> lanes) {

    Stop {
        lanes = lanes.stream().map(List::copyOf).toList();
    }

    long size() {
        return lanes.stream().mapToLong(List::size).sum();
    }
}
