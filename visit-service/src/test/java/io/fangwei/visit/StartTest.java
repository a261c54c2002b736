package io.fangwei.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.testing.Callers;
import io.fangwei.kernel.testing.TestInfrastructure;
import io.fangwei.kernel.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContextInitializer;

class StartTest {

    @Test
    void the_service_starts_with_its_own_configuration_and_without_team_service_and_answers_over_a_socket()
            throws Exception {
        var infrastructure = new ApplicationContextInitializer<?>[] {new TestInfrastructure()};

        try (var service = VisitService.start(infrastructure, "--server.port=0", "--server.address=127.0.0.1")) {
            assertThat(service.getEnvironment().getProperty("spring.application.name"))
                    .isEqualTo("visit-service");
            var port = service.getEnvironment().getProperty("local.server.port");
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/visit/v1/visits"))
                    .header("Authorization", TestTokens.bearer(Callers.ofInsurer("im.one", UUID.randomUUID(), Role.IM)))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"items\":[],\"next\":null}");
        }
    }
}
