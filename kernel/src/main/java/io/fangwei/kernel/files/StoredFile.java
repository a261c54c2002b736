package io.fangwei.kernel.files;

/**
 * A file that is kept.
 *
 * @param hash SHA-256 of its bytes, in hex: its name
 */
public record StoredFile(String hash, long size) {}
