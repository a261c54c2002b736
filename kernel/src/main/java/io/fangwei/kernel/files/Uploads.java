package io.fangwei.kernel.files;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is handed in as a file: its bytes are streamed to the disk and never held in memory. */
public final class Uploads {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int A_BLOCK = 1 << 16;

    private Uploads() {}

    /** Whether a body of this type is a file. */
    public static boolean isFile(@Nullable String mediaType) {
        var type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        return type.startsWith(CSV) || type.startsWith(XLSX);
    }

    /** Puts the bytes into a file that lasts as long as the work, and tells the current command what its body was. */
    public static <T> T received(InputStream bytes, long most, Function<Upload, T> work) {
        return inFile(file -> {
            var digest = sha256();
            var size = copy(new DigestInputStream(bytes, digest), file, most);
            var hash = HexFormat.of().formatHex(digest.digest());
            CurrentCommand.get().wasBody(hash);
            return work.apply(new Upload(file, hash, size));
        });
    }

    /** A file that lasts as long as the work. */
    static <T> T inFile(Work<T> work) {
        try {
            var file = Files.createTempFile("fangwei-", ".upload");
            try {
                return work.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Something done with a file. */
    @FunctionalInterface
    interface Work<T> {

        T with(Path file) throws IOException;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long copy(InputStream from, Path to, long most) throws IOException {
        var block = new byte[A_BLOCK];
        long size = 0;
        try (var out = Files.newOutputStream(to)) {
            for (int read = from.read(block); read >= 0; read = from.read(block)) {
                size += read;
                if (size > most) {
                    throw new Failure(HttpStatus.CONTENT_TOO_LARGE, KernelRule.BODY_TOO_LARGE, most);
                }
                out.write(block, 0, read);
            }
        }
        return size;
    }
}
