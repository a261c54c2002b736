package io.fangwei.kernel.events;

import java.util.List;

/** An aggregate that people find by a part of its name or number. */
public interface Searchable extends Aggregate {

    /** What it is found by. */
    List<String> searchTexts();
}
