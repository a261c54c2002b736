package io.fangwei.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Starts applications two at a time, each with its name on its threads; the first failure ends the whole start. */
final class Starts implements AutoCloseable {

    private static final int AT_A_TIME = 2;

    private final List<CompletableFuture<?>> all = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    private final Settings settings;

    Starts(Settings settings) {
        this.settings = settings;
    }

    /** Runs on a thread of its own. */
    static <T> CompletableFuture<T> on(String thread, String name, Callable<T> work) {
        var result = new CompletableFuture<T>();
        new Thread(() -> complete(result, name, work), thread).start();
        return result;
    }

    <T> CompletableFuture<T> add(String name, Callable<T> work) {
        var result = new CompletableFuture<T>();
        all.add(result);
        threads.execute(() -> complete(result, name, work));
        return result;
    }

    private static <T> void complete(CompletableFuture<T> result, String name, Callable<T> work) {
        ServiceName.set(name);
        try {
            result.complete(work.call());
        } catch (CompletionException becauseOfAnother) {
            result.completeExceptionally(becauseOfAnother.getCause());
        } catch (StartRefused refused) {
            result.completeExceptionally(refused);
        } catch (Throwable failed) {
            LoggerFactory.getLogger(Starts.class).error("{} could not start", name, failed);
            result.completeExceptionally(
                    new StartRefused("%s could not start: %s".formatted(name, reason(failed)), failed));
        } finally {
            ServiceName.clear();
        }
    }

    /** Waits for these and all that was added. */
    void await(List<? extends CompletableFuture<?>> more) {
        var everything = Stream.concat(more.stream(), all.stream()).toList();
        var failed = new CompletableFuture<Void>();
        everything.forEach(start -> start.whenComplete((result, failure) -> {
            if (failure != null) {
                failed.completeExceptionally(failure);
            }
        }));
        get(CompletableFuture.anyOf(failed, CompletableFuture.allOf(everything.toArray(CompletableFuture<?>[]::new))));
    }

    <T> T get(CompletableFuture<T> started) {
        try {
            return started.join();
        } catch (CompletionException failed) {
            var cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new StartRefused(
                    "%s (more in %s)"
                            .formatted(cause.getMessage(), settings.data().resolve("launcher.log")),
                    cause);
        }
    }

    private static String reason(Throwable failed) {
        var root = Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .orElse(failed);
        return root.getClass().getSimpleName() + ": "
                + String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
