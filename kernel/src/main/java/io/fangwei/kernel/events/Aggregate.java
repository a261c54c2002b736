package io.fangwei.kernel.events;

/** What is kept as one document and changes as one (D1). */
public interface Aggregate {

    /** Where it stands, by the name that the journal gives as from and to. */
    String status();
}
