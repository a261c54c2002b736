package io.fangwei.localmongo.updates;

import java.util.function.Consumer;

/**
 * What an operator does to one place of a document.
 *
 * @param creates whether the place is made if it is not there
 * @param onlyInserting whether this happens only when an upsert inserts
 */
record FieldOperator(boolean creates, boolean onlyInserting, Consumer<Slots.Slot> change) {

    static FieldOperator creating(Consumer<Slots.Slot> change) {
        return new FieldOperator(true, false, change);
    }

    static FieldOperator ofThere(Consumer<Slots.Slot> change) {
        return new FieldOperator(false, false, change);
    }

    void apply(Slots.Slot slot) {
        change.accept(slot);
    }
}
