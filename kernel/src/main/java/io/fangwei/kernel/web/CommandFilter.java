package io.fangwei.kernel.web;

import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.files.Uploads;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.Problems;
import io.fangwei.kernel.store.Hashes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the command of a writing request: its mark from caller, method, path and key, its body's hash (D11). A file passes
 * unread; whoever reads it says what it was.
 */
final class CommandFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final int LARGEST_BODY = 1 << 20;

    private static final byte[] NOTHING = {};
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> EDITING = Set.of("PUT", "PATCH");

    private final Problems problems;
    private final JsonMapper json;

    CommandFilter(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WRITING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = CurrentCaller.ofToken();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Command command;
        byte[] body;
        try {
            body = Uploads.isFile(request.getContentType()) ? NOTHING : body(request);
            command = command(request, caller.get(), body);
        } catch (Failure refused) {
            SecurityConfiguration.write(
                    response, problems, json, refused.status(), (KernelRule) refused.rule(), LARGEST_BODY);
            return;
        }
        var asked = Uploads.isFile(request.getContentType()) ? request : new ReadRequest(request, body);
        carryOut(command, () -> chain.doFilter(asked, response));
    }

    private static Command command(HttpServletRequest request, Caller caller, byte[] body) {
        var key = request.getHeader(KEY);
        if (key == null || !VISIBLE.matcher(key).matches()) {
            throw new Failure(HttpStatus.BAD_REQUEST, KernelRule.IDEMPOTENCY_KEY_MISSING);
        }
        var mark = Hashes.hex(List.of(caller.subject(), request.getMethod(), request.getRequestURI(), key));
        return new Command(caller, Role.PU, mark, Hashes.hex(body), expectedVersion(request));
    }

    private static OptionalLong expectedVersion(HttpServletRequest request) {
        if (!EDITING.contains(request.getMethod())) {
            return OptionalLong.empty();
        }
        var given = request.getHeader(HttpHeaders.IF_MATCH);
        if (given == null) {
            throw new Failure(HttpStatus.PRECONDITION_REQUIRED, KernelRule.IF_MATCH_MISSING);
        }
        var tag = ETAG.matcher(given.trim());
        return tag.matches() ? OptionalLong.of(Long.parseLong(tag.group(1))) : OptionalLong.of(-1);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Failure(HttpStatus.CONTENT_TOO_LARGE, KernelRule.BODY_TOO_LARGE);
        }
        return body;
    }

    private interface Work {

        void run() throws ServletException, IOException;
    }

    private static void carryOut(Command command, Work work) throws ServletException, IOException {
        var failure = CurrentCommand.<@Nullable Exception>as(command, () -> {
            try {
                work.run();
                return null;
            } catch (ServletException | IOException thrown) {
                return thrown;
            }
        });
        if (failure instanceof ServletException thrown) {
            throw thrown;
        }
        if (failure instanceof IOException thrown) {
            throw thrown;
        }
    }
}
