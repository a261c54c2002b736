package io.fangwei.kernel.store;

import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.events.Aggregate;

/**
 * What the store knows of one kind of aggregate.
 *
 * @param name singular, as ids in the journal carry it: {@code visit}
 * @param collection where its documents lie: {@code visits}
 * @param scope who may see which of them; paths as stored: {@code state.insurerId}
 */
public record AggregateKind<A extends Aggregate>(String name, String collection, Class<A> type, Scope scope) {}
