package io.fangwei.kernel.listening;

/**
 * A parked event as an operator sees it.
 *
 * @param key topic and aggregate; what a replay is asked for
 */
public record ParkedEvent(String id, String key, String type, String reason) {}
