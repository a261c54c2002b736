package io.fangwei.kernel.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import tools.jackson.databind.json.JsonMapper;

/** An answer that goes out line by line, each a JSON text; it ends when nobody listens any more. */
final class Lines {

    static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    private final OutputStream out;
    private final JsonMapper json;

    private Lines(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    static Lines of(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setContentType(NDJSON.toString());
        return new Lines(response.getOutputStream(), json);
    }

    /** True if lines are asked for by name. */
    static boolean areWanted(@Nullable String accept) {
        try {
            return accept != null
                    && MediaType.parseMediaTypes(accept).stream()
                            .anyMatch(one -> one.isConcrete() && one.equalsTypeAndSubtype(NDJSON));
        } catch (InvalidMimeTypeException unreadable) {
            return false;
        }
    }

    void write(Object line) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
    }
}
