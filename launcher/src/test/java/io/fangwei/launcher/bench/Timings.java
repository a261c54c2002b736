package io.fangwei.launcher.bench;

import java.util.List;

/**
 * How long each thing took that began and ended within the window.
 *
 * @param errors all of them, also those outside the window
 */
record Timings(List<One> all, List<String> errors, double seconds) {

    record One(String name, long nanos) {

        double millis() {
            return nanos / 1e6;
        }
    }

    static Timings together(List<Timings> drivers, double seconds) {
        return new Timings(
                drivers.stream().flatMap(driver -> driver.all().stream()).toList(),
                drivers.stream().flatMap(driver -> driver.errors().stream()).toList(),
                seconds);
    }

    Timings of(String name) {
        return new Timings(all.stream().filter(one -> one.name().equals(name)).toList(), List.of(), seconds);
    }

    double perSecond() {
        return all.size() / seconds;
    }

    double mean() {
        return all.stream().mapToDouble(One::millis).average().orElse(Double.NaN);
    }

    double total() {
        return all.stream().mapToDouble(One::millis).sum();
    }

    /** @param share of all that took no longer, in percent */
    double percentile(int share) {
        var sorted = all.stream().mapToDouble(One::millis).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * share / 100)];
    }
}
