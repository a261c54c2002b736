package io.fangwei.kernel.store;

import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/**
 * One line of an aggregate's history as it is stored, first in the aggregate's outbox and for good in the journal: who,
 * when, what, from, to and why, chained to the line before (CD-4b, D15).
 */
public final class Entry {

    public static final String ID = "id";
    public static final String TYPE = "type";
    public static final String SEQUENCE = "sequence";
    public static final String AT = "at";
    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String CAUSE = "cause";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String REASON = "reason";
    public static final String LOCAL = "local";
    public static final String DATA = "data";
    public static final String PREVIOUS = "previous";
    public static final String HASH = "hash";

    /** What the first line of every chain names as the one before. */
    public static final String GENESIS = "";

    private static final List<String> CHAINED =
            List.of(ID, TYPE, SEQUENCE, AT, ACTOR, ROLE, CAUSE, FROM, TO, REASON, LOCAL, DATA, PREVIOUS);

    private Entry() {}

    /** The hash of everything that an entry says, of its aggregate and of the entry before. */
    public static String hash(String kind, String aggregateId, Document entry) {
        var said = new Object[CHAINED.size() + 2];
        said[0] = kind;
        said[1] = aggregateId;
        for (int field = 0; field < CHAINED.size(); field++) {
            said[field + 2] = entry.get(CHAINED.get(field));
        }
        return Hashes.hex(Arrays.asList(said));
    }
}
