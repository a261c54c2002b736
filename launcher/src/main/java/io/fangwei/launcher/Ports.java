package io.fangwei.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether the ports are free before anything is started. */
final class Ports {

    private Ports() {}

    static void refuseOccupied(Settings settings) {
        settings.ports().forEach(port -> refuseOccupied(settings.port(port), port.owner()));
    }

    private static void refuseOccupied(int number, String owner) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(Settings.HOST, number));
        } catch (IOException taken) {
            throw new StartRefused(
                    "Port %d, meant for %s, is occupied; stop what holds it or set FANGWEI_PORT_OFFSET."
                            .formatted(number, owner),
                    taken);
        }
    }
}
