package io.fangwei.policy.tables;

import static io.fangwei.policy.tables.UnreadableTable.Reason.TOO_LARGE_UNPACKED;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a packed file, up to a limit that all its parts share: a small file may unpack to gigabytes. */
final class Unpacked extends FilterInputStream {

    /** How much may come out of one file. */
    static final long MOST = 512L << 20;

    /** What is left of the limit. */
    static final class Allowance {

        private long left = MOST;

        private void take(int bytes) {
            left -= Math.max(bytes, 0);
            if (left < 0) {
                throw new UnreadableTable(TOO_LARGE_UNPACKED);
            }
        }
    }

    private final Allowance allowance;

    Unpacked(InputStream packed, Allowance allowance) {
        super(packed);
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        allowance.take(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        allowance.take(read);
        return read;
    }
}
