package io.fangwei.policy.imports.rows;

import io.fangwei.policy.imports.ImportKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The meaning of rows by the kind of their file. */
@Component
public class RowKinds {

    private final Map<ImportKind, RowKind<?>> kinds = new EnumMap<>(ImportKind.class);

    public RowKinds(List<RowKind<?>> all) {
        all.forEach(kind -> kinds.put(kind.kind(), kind));
    }

    public RowKind<?> of(ImportKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }
}
