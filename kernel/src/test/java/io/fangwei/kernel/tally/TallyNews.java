package io.fangwei.kernel.tally;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.events.EventEnvelope;
import io.fangwei.kernel.listening.Projection;
import io.fangwei.kernel.listening.Reaction;
import io.fangwei.kernel.listening.Upsert;
import io.fangwei.kernel.store.AggregateStore;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the tally service hears of visits: it copies their numbers and notes them on its own tallies. */
@Configuration
class TallyNews {

    static final String COPIES = "copies";

    @Bean
    Projection counted() {
        return new Projection() {
            @Override
            public Set<String> types() {
                return Set.of("visit.counted.v1");
            }

            @Override
            public List<Upsert> on(EventEnvelope event) {
                return List.of(Upsert.of(COPIES, event.subject(), event)
                        .set("count", Long.parseLong(event.text("count")))
                        .with("$inc", "learned", 1));
            }
        };
    }

    @Bean
    Reaction noted(AggregateStore<Tally> tallies) {
        return new Reaction() {
            @Override
            public Set<String> types() {
                return Set.of("visit.noted.v1");
            }

            @Override
            public void on(EventEnvelope event) {
                tallies.change(event.uuid("tallyId"), tally -> tally.note(CurrentCommand.derivedId("note")));
            }
        };
    }
}
