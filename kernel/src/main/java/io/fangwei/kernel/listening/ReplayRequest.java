package io.fangwei.kernel.listening;

/** The wish of an operator that the parked events of a key are applied. */
public record ReplayRequest(String key, String topic, int partition) {}
