package io.fangwei.policy.imports;

import jakarta.validation.constraints.NotNull;

/** What can be asked of an import. */
public sealed interface ImportCommand {

    record StartImport(@NotNull ImportMode mode) implements ImportCommand {}
}
