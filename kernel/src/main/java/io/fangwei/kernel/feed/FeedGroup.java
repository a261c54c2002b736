package io.fangwei.kernel.feed;

/**
 * As whom the feed listens. Another choice of datasets is another reader, which begins at the beginning.
 *
 * @param startsByItself whether there is anything to read for
 */
public record FeedGroup(String id, boolean startsByItself) {}
