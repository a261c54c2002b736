package io.fangwei.launcher.story;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/** Remembers which applications became ready in this JVM; named in {@code META-INF/spring.factories}. */
public final class StartedContexts implements ApplicationListener<ApplicationReadyEvent> {

    private static final List<ApplicationContext> READY = new CopyOnWriteArrayList<>();

    static void forget() {
        READY.clear();
    }

    static List<ApplicationContext> all() {
        return List.copyOf(READY);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        READY.add(event.getApplicationContext());
    }
}
