package io.fangwei.kernel.files;

import java.nio.file.Path;

/**
 * A file as it came in.
 *
 * @param file where its bytes are for now
 * @param hash SHA-256 of its bytes, in hex
 */
public record Upload(Path file, String hash, long size) {}
