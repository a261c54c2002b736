package io.fangwei.kernel.personal;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a sealed text belongs; at another place it cannot be opened. */
public record Place(String collection, String documentId, String field) {

    byte[] associated() {
        return Stream.of(collection, documentId, field)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining("|"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return collection + "/" + documentId + "/" + field;
    }
}
