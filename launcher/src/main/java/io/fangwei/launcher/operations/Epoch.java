package io.fangwei.launcher.operations;

/**
 * One life of the topics, from one rebuild to the next. Listeners of one epoch know nothing of the offsets of another.
 *
 * @param number grows from epoch to epoch and never comes back, not even when an old backup does
 * @param broker the Kafka cluster that holds the topics
 * @param whole false while they are being rebuilt
 */
public record Epoch(int number, String broker, boolean whole) {

    Epoch finished() {
        return new Epoch(number, broker, true);
    }
}
