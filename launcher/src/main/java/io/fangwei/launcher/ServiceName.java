package io.fangwei.launcher;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Which application a thread works for. Every thread has it from the one that created it, so that all threads of an
 * application have it from the one that started the application. Log patterns write it as {@code %service}.
 */
public final class ServiceName extends ClassicConverter {

    private static final InheritableThreadLocal<String> NAME = new InheritableThreadLocal<>();

    static void set(String name) {
        NAME.set(name);
    }

    static void clear() {
        NAME.remove();
    }

    @Override
    public String convert(ILoggingEvent event) {
        var name = NAME.get();
        return name == null ? "launcher" : name;
    }
}
