package io.fangwei.policy.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The file of an import.
 *
 * @param hash under which it is kept
 * @param by subject of whoever handed it in
 */
public record HandedIn(String hash, long size, @Nullable String name, String by, LocalDate on) {}
