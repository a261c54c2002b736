package io.fangwei.launcher.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the platform spends its processor time, from samples of the flight recorder. */
final class Profile {

    /** @param percent of all samples */
    record Part(String name, double percent) {}

    /** Who works: the first of these that a stack goes through. */
    private static final Map<String, List<String>> JOBS = ordered(
            "gateway", List.of("org.springframework.cloud.gateway"),
            "requests in a service", List.of("io.fangwei.kernel.web.CommandFilter", "org.apache.catalina"),
            "outbox relays", List.of("io.fangwei.kernel.outbox"),
            "listeners", List.of("io.fangwei.kernel.listening", "org.springframework.kafka.listener"),
            "local-mongo", List.of("io.fangwei.localmongo", "de.bwaldvogel", "io.netty", "org.rocksdb"),
            "Kafka broker",
                    List.of("kafka.", "org.apache.kafka.server", "org.apache.kafka.raft", "org.apache.kafka.storage"),
            "Kafka clients", List.of("org.apache.kafka"),
            "HTTP between gateway and services", List.of("jdk.internal.net.http", "java.net.http"),
            "Tomcat's own threads", List.of("org.apache.tomcat", "org.apache.coyote"),
            "MongoDB driver's own threads", List.of("com.mongodb"));

    /** What is done: the innermost frame that belongs to one of these. */
    private static final Map<String, List<String>> TECHNIQUES = ordered(
            "signature check (RSA, hashes)",
                    List.of(
                            "sun.security.rsa",
                            "java.math.BigInteger",
                            "java.math.MutableBigInteger",
                            "java.security.Signature",
                            "com.nimbusds.jose.crypto"),
            "JWT parsing and claims", List.of("com.nimbusds", "org.springframework.security.oauth2"),
            "Spring Security filters", List.of("org.springframework.security"),
            "JSON", List.of("tools.jackson", "com.fasterxml.jackson"),
            "Spring Data converter", List.of("org.springframework.data"),
            "validation", List.of("org.hibernate.validator", "jakarta.validation"),
            "MongoDB driver and BSON", List.of("com.mongodb", "org.bson"),
            "local-mongo", List.of("io.fangwei.localmongo"),
            "RocksDB", List.of("org.rocksdb"),
            "mongo-java-server", List.of("de.bwaldvogel"),
            "Netty", List.of("io.netty"),
            "Kafka broker",
                    List.of(
                            "kafka.",
                            "org.apache.kafka.server",
                            "org.apache.kafka.raft",
                            "org.apache.kafka.storage",
                            "org.apache.kafka.coordinator"),
            "Kafka clients and common", List.of("org.apache.kafka", "org.springframework.kafka"),
            "gateway", List.of("org.springframework.cloud.gateway", "io.fangwei.gateway"),
            "JDK HTTP client", List.of("jdk.internal.net.http", "java.net.http"),
            "Spring AOP and Resilience4j", List.of("org.springframework.aop", "io.github.resilience4j"),
            "Spring Web", List.of("org.springframework.web", "org.springframework.http"),
            "Spring, other", List.of("org.springframework"),
            "Tomcat", List.of("org.apache.tomcat", "org.apache.catalina", "org.apache.coyote"),
            "metrics", List.of("io.micrometer"),
            "logging", List.of("ch.qos.logback", "org.slf4j"),
            "business code",
                    List.of(
                            "io.fangwei.visit",
                            "io.fangwei.team",
                            "io.fangwei.policy",
                            "io.fangwei.evaluation",
                            "io.fangwei.complaint"),
            "kernel", List.of("io.fangwei.kernel"));

    private final List<RecordedEvent> samples;

    private Profile(List<RecordedEvent> samples) {
        this.samples = samples;
    }

    /** Records what happens in the process from now on. */
    static void begin(long pid) throws IOException, InterruptedException {
        jcmd(pid, "JFR.start", "name=load", "settings=profile");
    }

    static Profile end(long pid, Path file) throws IOException, InterruptedException {
        jcmd(pid, "JFR.stop", "name=load", "filename=" + file);
        return read(file);
    }

    static Profile read(Path file) throws IOException {
        var samples = new ArrayList<RecordedEvent>();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples.add(event);
                }
            }
        }
        return new Profile(samples);
    }

    private static void jcmd(long pid, String... command) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(Platform.tool("jcmd"), String.valueOf(pid)));
        all.addAll(List.of(command));
        var process = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("The flight recorder does not obey: " + all);
        }
    }

    int size() {
        return samples.size();
    }

    List<Part> jobs() {
        return parts(sample -> job(frames(sample)));
    }

    List<Part> techniques() {
        return parts(sample -> technique(frames(sample)));
    }

    List<Part> topFrames() {
        return parts(sample -> frames(sample).get(0));
    }

    private List<Part> parts(Function<RecordedEvent, String> naming) {
        return samples.stream().collect(groupingBy(naming, counting())).entrySet().stream()
                .map(part -> new Part(part.getKey(), 100.0 * part.getValue() / samples.size()))
                .sorted(Comparator.comparingDouble(Part::percent).reversed())
                .toList();
    }

    private static String job(List<String> frames) {
        return JOBS.entrySet().stream()
                .filter(job -> frames.stream().anyMatch(frame -> isOf(frame, job.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("other threads");
    }

    private static String technique(List<String> frames) {
        return frames.stream()
                .flatMap(frame -> TECHNIQUES.entrySet().stream()
                        .filter(technique -> isOf(frame, technique.getValue()))
                        .map(Map.Entry::getKey)
                        .limit(1))
                .findFirst()
                .orElse("JDK alone");
    }

    private static boolean isOf(String frame, List<String> prefixes) {
        return prefixes.stream().anyMatch(frame::startsWith);
    }

    private static List<String> frames(RecordedEvent sample) {
        return sample.getStackTrace().getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(frame -> frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName())
                .toList();
    }

    private static Map<String, List<String>> ordered(Object... namesAndPrefixes) {
        var ordered = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < namesAndPrefixes.length; i += 2) {
            ordered.put(
                    (String) namesAndPrefixes[i],
                    ((List<?>) namesAndPrefixes[i + 1])
                            .stream().map(String.class::cast).toList());
        }
        return ordered;
    }
}
