package io.fangwei.launcher.operations;

import io.fangwei.launcher.StartRefused;
import io.fangwei.launcher.data.RunningFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Where the command line asks the launcher at work for a backup; only who may read the data folder has the secret. */
@RestController
class OperationsDesk {

    /** @param file absolute, on the machine of the launcher */
    record Order(String file) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningFile running;
    private final LiveBackup backup;
    private final ReentrantLock atWork = new ReentrantLock();

    OperationsDesk(RunningFile running, LiveBackup backup) {
        this.running = running;
        this.backup = backup;
    }

    @PostMapping(OperationsSecurity.BACKUPS)
    void backup(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String secret,
            @RequestBody Order order,
            HttpServletResponse response)
            throws IOException {
        if (!isOurs(secret)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        say(response, carryOut(order, line -> say(response, Progress.of(line))));
    }

    private Progress carryOut(Order order, Consumer<String> console) {
        if (!atWork.tryLock()) {
            return Progress.refusal("另一个备份正在进行 · Another backup is being made.");
        }
        try {
            backup.to(Path.of(order.file()), console);
            return Progress.end();
        } catch (StartRefused refused) {
            return Progress.refusal(String.valueOf(refused.getMessage()));
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(OperationsDesk.class).error("The backup failed", failed);
            return Progress.refusal("备份失败 · The backup failed: " + failed);
        } finally {
            atWork.unlock();
        }
    }

    private boolean isOurs(@Nullable String secret) {
        var wanted = "Bearer " + running.secret();
        return secret != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    /** The backup's own thread and the one that watches it may both say something. */
    private static void say(HttpServletResponse response, Progress progress) {
        synchronized (response) {
            try {
                response.getWriter().println(JSON.writeValueAsString(progress));
                response.flushBuffer();
            } catch (IOException nobodyListens) {
                throw new UncheckedIOException(nobodyListens);
            }
        }
    }
}
