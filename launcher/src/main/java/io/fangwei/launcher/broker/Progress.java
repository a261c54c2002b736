package io.fangwei.launcher.broker;

/**
 * How far the listeners are at one moment.
 *
 * @param written how many events the topics hold
 * @param unconsumed how many of them some group has not yet committed; a group that is just regrouping counts as one
 */
public record Progress(long written, long unconsumed) {}
