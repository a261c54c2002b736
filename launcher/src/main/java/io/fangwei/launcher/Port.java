package io.fangwei.launcher;

/** The ports of the platform, before any offset. */
enum Port {
    GATEWAY(8080, "the gateway"),
    POLICY(8081, "policy-service"),
    TEAM(8082, "team-service"),
    VISIT(8083, "visit-service"),
    COMPLAINT(8084, "complaint-service"),
    EVALUATION(8085, "evaluation-service"),
    ISSUER(9000, "the issuer"),
    DESK(9001, "the launcher's desk"),
    KAFKA(19092, "Kafka"),
    KAFKA_CONTROLLER(19093, "the Kafka controller"),
    MONGO(27018, "MongoDB");

    private final int number;
    private final String owner;

    Port(int number, String owner) {
        this.number = number;
        this.owner = owner;
    }

    int number() {
        return number;
    }

    String owner() {
        return owner;
    }
}
