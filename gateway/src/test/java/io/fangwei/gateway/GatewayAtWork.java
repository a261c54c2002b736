package io.fangwei.gateway;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway on a port of its own, between real servers. */
final class GatewayAtWork implements AutoCloseable {

    static final List<String> NAMES = List.of("policy", "team", "visit", "complaint", "evaluation");

    final TestIssuer issuer;
    final Map<String, TestServer> services = new LinkedHashMap<>();

    private final HttpClient http = HttpClient.newBuilder().build();
    private final ConfigurableApplicationContext context;

    GatewayAtWork(String... more) throws JOSEException {
        issuer = new TestIssuer();
        var args = new ArrayList<String>(
                List.of("--server.port=0", "--server.address=127.0.0.1", "--fangwei.issuer=" + issuer.url()));
        for (var name : NAMES) {
            var server = new TestServer();
            services.put(name, server);
            var url = "--fangwei.services." + name + ".url=";
            if (Stream.of(more).noneMatch(arg -> arg.startsWith(url))) {
                args.add(url + server.url());
            }
        }
        args.addAll(List.of(more));
        context = Gateway.start(args.toArray(String[]::new));
    }

    static int portOfNobody() throws IOException {
        try (var taken = new ServerSocket(0)) {
            return taken.getLocalPort();
        }
    }

    HttpRequest.Builder request(String path) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        context.close();
        services.values().forEach(TestServer::close);
        issuer.close();
    }
}
