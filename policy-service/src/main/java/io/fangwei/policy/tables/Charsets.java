package io.fangwei.policy.tables;

import static io.fangwei.policy.tables.UnreadableTable.Reason.DAMAGED;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** In which characters a text file is written: by its mark; without one UTF-8 if it is, else GB 18030, which holds GBK. */
final class Charsets {

    static final char MARK = '\uFEFF';

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int A_BLOCK = 1 << 14;

    private Charsets() {}

    static Charset of(Path file) throws IOException {
        byte[] begin;
        try (var in = Files.newInputStream(file)) {
            begin = in.readNBytes(2);
        }
        if (hasUtf16Mark(begin)) {
            return StandardCharsets.UTF_16;
        }
        if (isWhollyIn(StandardCharsets.UTF_8, file)) {
            return StandardCharsets.UTF_8;
        }
        if (isWhollyIn(CHINESE, file)) {
            return CHINESE;
        }
        throw new UnreadableTable(DAMAGED);
    }

    static boolean hasUtf16Mark(byte[] begin) {
        return begin.length > 1
                && (begin[0] == (byte) 0xFE && begin[1] == (byte) 0xFF
                        || begin[0] == (byte) 0xFF && begin[1] == (byte) 0xFE);
    }

    static Reader reader(Path file, Charset charset) throws IOException {
        return new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean isWhollyIn(Charset charset, Path file) throws IOException {
        var block = new char[A_BLOCK];
        try (var reader = reader(file, charset)) {
            while (reader.read(block) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
