package io.fangwei.policy.brokers.web;

import java.util.UUID;

/** A broker as its readers see it. */
record BrokerView(UUID id, String name, String licenceNo) {}
