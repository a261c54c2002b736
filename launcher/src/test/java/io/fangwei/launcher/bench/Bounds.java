package io.fangwei.launcher.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How long and how hard to drive; every bound may be given as {@code -Dbenchmark.<name>}. */
record Bounds(List<Integer> threads, Duration warmUp, Duration window, int portOffset) {

    static Bounds given() {
        return new Bounds(
                Arrays.stream(System.getProperty("benchmark.threads", "1,8,32").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Duration.ofSeconds(Integer.getInteger("benchmark.warmUp", 5)),
                Duration.ofSeconds(Integer.getInteger("benchmark.window", 15)),
                Integer.getInteger("benchmark.portOffset", 12_000));
    }

    int most() {
        return threads.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
