package io.fangwei.launcher.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Lets drivers work side by side and times what they do between the end of the warm-up and the end of the window. */
final class Load {

    private static final int ENOUGH_ERRORS = 50;

    private final int threads;
    private final Duration warmUp;
    private final Duration window;
    private final CountDownLatch errorsToBear = new CountDownLatch(ENOUGH_ERRORS);
    private volatile boolean measuring;
    private volatile boolean over;

    Load(int threads, Duration warmUp, Duration window) {
        this.threads = threads;
        this.warmUp = warmUp;
        this.window = window;
    }

    /** @param drivers makes the work of each driver, by its number */
    Timings run(IntFunction<? extends Work> drivers, Meter meter)
            throws IOException, InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<Future<Timings>>();
            for (int number = 0; number < threads; number++) {
                Work work = drivers.apply(number);
                running.add(pool.submit(() -> drive(work)));
            }
            errorsToBear.await(warmUp.toMillis(), TimeUnit.MILLISECONDS);
            meter.begin();
            measuring = true;
            var from = System.nanoTime();
            errorsToBear.await(window.toMillis(), TimeUnit.MILLISECONDS);
            measuring = false;
            var seconds = (System.nanoTime() - from) / 1e9;
            meter.end();
            over = true;
            var all = new ArrayList<Timings>();
            for (var one : running) {
                all.add(one.get());
            }
            return Timings.together(all, seconds);
        } finally {
            over = true;
            pool.shutdown();
        }
    }

    private Timings drive(Work work) {
        var times = new ArrayList<Timings.One>();
        var errors = new ArrayList<String>();
        while (!over && errorsToBear.getCount() > 0) {
            var counts = measuring;
            var from = System.nanoTime();
            try {
                var name = work.next();
                if (counts && measuring) {
                    times.add(new Timings.One(name, System.nanoTime() - from));
                }
            } catch (IOException | RuntimeException failed) {
                errors.add(String.valueOf(failed.getMessage()));
                errorsToBear.countDown();
            }
        }
        return new Timings(List.copyOf(times), List.copyOf(errors), 0);
    }
}
