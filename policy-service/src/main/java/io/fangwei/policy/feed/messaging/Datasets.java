package io.fangwei.policy.feed.messaging;

import static io.fangwei.kernel.caller.Role.CP;
import static io.fangwei.kernel.caller.Role.EA;
import static io.fangwei.kernel.caller.Role.FR;

import io.fangwei.kernel.feed.Dataset;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may pull what (requirements 7.1). */
@Configuration
class Datasets {

    @Bean
    Dataset policiesAndTerms(PolicyRecords policies, CompanyRecords companies, InsurerRecords insurers) {
        return new Dataset("D-01", Set.of(CP, EA), List.of(policies, companies, insurers));
    }

    @Bean
    Dataset budgetAndLedger(PoolRecords pools, EntryRecords entries) {
        return new Dataset("D-02", Set.of(CP, EA, FR), List.of(pools, entries));
    }
}
