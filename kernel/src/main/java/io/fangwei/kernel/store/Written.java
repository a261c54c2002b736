package io.fangwei.kernel.store;

/** Told that a document was written that may hold something to send. */
@FunctionalInterface
public interface Written {

    void written(String id);
}
