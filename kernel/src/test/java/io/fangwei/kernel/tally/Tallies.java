package io.fangwei.kernel.tally;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where tallies are kept, and who sees them. */
@Configuration
public class Tallies {

    public static final String COLLECTION = "tallies";

    public static final Scope SCOPE = Scope.nobody()
            .own("state.insurerId", Caller::insurerId, Role.IM, Role.IS)
            .all(Role.CP);

    @Bean
    AggregateStore<Tally> tallyStore(AggregateStores stores) {
        stores.index(COLLECTION, "state.insurerId", "_id");
        return stores.open(new AggregateKind<>("tally", COLLECTION, Tally.class, SCOPE));
    }
}
