package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Refusals;
import java.util.Map;
import java.util.Set;

/** The fields that commands may have. A misspelt one would otherwise be ignored. */
final class KnownFields {

    private static final Set<String> OF_ALL = Set.of(
            "$db",
            "$readPreference",
            "$clusterTime",
            "$audit",
            "$client",
            "$configServerState",
            "lsid",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors",
            "comment",
            "maxTimeMS",
            "maxTimeMSOpOnly",
            "readConcern",
            "writeConcern",
            "txnNumber",
            "autocommit",
            "startTransaction",
            "stmtId",
            "stmtIds",
            "mayBypassWriteBlocking",
            "databaseVersion",
            "shardVersion");

    private static final Map<String, Set<String>> OF_EACH = Map.ofEntries(
            Map.entry(
                    "find",
                    Set.of(
                            "find",
                            "filter",
                            "sort",
                            "projection",
                            "hint",
                            "skip",
                            "limit",
                            "batchSize",
                            "singleBatch",
                            "max",
                            "min",
                            "returnKey",
                            "showRecordId",
                            "tailable",
                            "oplogReplay",
                            "noCursorTimeout",
                            "awaitData",
                            "allowPartialResults",
                            "collation",
                            "allowDiskUse",
                            "let")),
            Map.entry(
                    "aggregate",
                    Set.of(
                            "aggregate",
                            "pipeline",
                            "explain",
                            "allowDiskUse",
                            "cursor",
                            "bypassDocumentValidation",
                            "collation",
                            "hint",
                            "let")),
            Map.entry("count", Set.of("count", "query", "limit", "skip", "hint", "collation", "fields")),
            Map.entry("distinct", Set.of("distinct", "key", "query", "collation", "hint")),
            Map.entry("insert", Set.of("insert", "documents", "ordered", "bypassDocumentValidation")),
            Map.entry("update", Set.of("update", "updates", "ordered", "bypassDocumentValidation", "let")),
            Map.entry(
                    "update.updates",
                    Set.of("q", "u", "c", "multi", "upsert", "collation", "arrayFilters", "hint", "upsertSupplied")),
            Map.entry("delete", Set.of("delete", "deletes", "ordered", "bypassDocumentValidation", "let")),
            Map.entry("delete.deletes", Set.of("q", "limit", "collation", "hint")),
            Map.entry(
                    "findandmodify",
                    Set.of(
                            "findAndModify",
                            "findandmodify",
                            "query",
                            "sort",
                            "remove",
                            "update",
                            "new",
                            "fields",
                            "upsert",
                            "bypassDocumentValidation",
                            "collation",
                            "arrayFilters",
                            "hint",
                            "let")),
            Map.entry("getmore", Set.of("getMore", "collection", "batchSize", "term", "lastKnownCommittedOpTime")),
            Map.entry(
                    "listcollections",
                    Set.of("listCollections", "filter", "nameOnly", "authorizedCollections", "cursor")),
            Map.entry("listindexes", Set.of("listIndexes", "cursor")),
            Map.entry("createindexes", Set.of("createIndexes", "indexes", "commitQuorum")),
            Map.entry("dropindexes", Set.of("dropIndexes", "index")));

    private static final Set<String> REFUSED_IN_FIND =
            Set.of("max", "min", "returnKey", "showRecordId", "tailable", "awaitData");

    private KnownFields() {}

    /** Refuses a field that MongoDB would not know; names of commands are in lower case. */
    static void check(String name, Document command) {
        var known = OF_EACH.get(name);
        if (known == null) {
            return;
        }
        for (String field : command.keySet()) {
            if (!known.contains(field) && !OF_ALL.contains(field)) {
                throw Refusals.location(40415, "BSON field '" + name + "." + field + "' is an unknown field.");
            }
        }
        if (name.equals("find")) {
            REFUSED_IN_FIND.forEach(field -> refuse(command, field));
        }
    }

    private static void refuse(Document command, String field) {
        var given = command.get(field);
        if (given != null && !Boolean.FALSE.equals(given) && !new Document().equals(given)) {
            throw Refusals.notImplemented("this server knows no find with " + field);
        }
    }

    /** Refuses what only a replica set can do. */
    static void checkConcerns(Document command) {
        if (command.containsKey("txnNumber")
                || command.containsKey("startTransaction")
                || command.containsKey("autocommit")) {
            throw new MongoServerError(
                    20, "IllegalOperation", "Transaction numbers are only allowed on a replica set member or mongos");
        }
        if (command.get("readConcern") instanceof Document read && read.get("level") != null) {
            checkRead(read.get("level"));
        }
        if (command.get("writeConcern") instanceof Document write
                && write.get("w") instanceof Number nodes
                && nodes.doubleValue() > 1) {
            throw Refusals.badValue("cannot use 'w' > 1 when a host is not replicated");
        }
    }

    private static void checkRead(Object level) {
        if (level.equals("linearizable") || level.equals("snapshot")) {
            throw new MongoServerError(
                    123, "NotAReplicaSet", "node needs to be a replica set member to use readConcern: " + level);
        } else if (!Set.of("local", "available", "majority").contains(level)) {
            throw Refusals.badValue(
                    "Enumeration value '" + level + "' for field 'readConcern.level' is not a valid value.");
        }
    }
}
