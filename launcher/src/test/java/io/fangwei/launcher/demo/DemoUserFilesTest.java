package io.fangwei.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.launcher.issuer.DemoUsers;
import org.junit.jupiter.api.Test;

class DemoUserFilesTest {

    @Test
    void everybody_who_plays_a_part_may_log_in() {
        assertThat(DemoUsers.load().all()).containsExactlyElementsOf(DemoUserFiles.all());
    }

    @Test
    void every_step_is_sent_by_somebody_who_may_log_in() {
        var logins =
                DemoUsers.load().all().stream().map(user -> user.username()).toList();

        assertThat(DemoYear.plan().script().steps().map(Step::user).distinct()).isSubsetOf(logins);
    }
}
