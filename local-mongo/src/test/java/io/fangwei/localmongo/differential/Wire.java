package io.fangwei.localmongo.differential;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** The same questions and changes as those of the model, asked of a server. Answers are comparable with the model's. */
record Wire(String name, MongoDatabase database, MongoCollection<BsonDocument> collection) {

    static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    Wire(String name, MongoDatabase database, String collection) {
        this(name, database, database.getCollection(collection, BsonDocument.class));
    }

    /** Whether every index holds what the documents ask for. */
    BsonDocument validation() {
        var name = new BsonString(collection.getNamespace().getCollectionName());
        return database.runCommand(new BsonDocument("validate", name), BsonDocument.class);
    }

    void createIndexes(List<RandomIndex> indexes) {
        for (int i = 0; i < indexes.size(); i++) {
            var index = indexes.get(i);
            try {
                collection.createIndex(
                        index.fields(),
                        new IndexOptions().name("i" + i).unique(index.unique()).sparse(index.sparse()));
            } catch (MongoCommandException sameKeys) {
                if (sameKeys.getErrorCode() != 85 && sameKeys.getErrorCode() != 86) {
                    throw sameKeys;
                }
            }
        }
    }

    /** What came of it, or the code of the refusal. */
    static Object outcome(Supplier<Object> change) {
        try {
            return change.get();
        } catch (MongoWriteException refused) {
            return "refused: " + refused.getError().getCode();
        } catch (MongoBulkWriteException refused) {
            return "refused: " + refused.getWriteErrors().get(0).getCode();
        } catch (NaiveUpdate.Refused refused) {
            return "refused: " + refused.code;
        }
    }

    Object insert(BsonDocument document) {
        return outcome(() -> {
            collection.insertOne(document.clone());
            return "inserted";
        });
    }

    Object update(BsonDocument filter, BsonDocument update, boolean upsert) {
        return outcome(() -> {
            var result = collection.updateMany(filter, update, new UpdateOptions().upsert(upsert));
            return List.of((int) result.getMatchedCount(), (int) result.getModifiedCount());
        });
    }

    Object delete(BsonDocument filter) {
        return outcome(() -> (int) collection.deleteMany(filter).getDeletedCount());
    }

    List<BsonDocument> find(BsonDocument filter) {
        return collection.find(filter).into(new ArrayList<>());
    }

    List<BsonDocument> find(BsonDocument filter, BsonDocument sort, int skip, int limit) {
        return collection.find(filter).sort(sort).skip(skip).limit(limit).into(new ArrayList<>());
    }

    List<BsonValue> distinct(String path, BsonDocument filter) {
        var values = collection.distinct(path, filter, BsonValue.class).into(new ArrayList<>());
        values.replaceAll(value -> value == null ? BsonNull.VALUE : value);
        return values;
    }

    TreeMap<BsonValue, Integer> grouped(String field, BsonDocument filter) {
        var groups = new TreeMap<BsonValue, Integer>(NaiveValues.COMPARISON);
        collection
                .aggregate(List.of(
                        new BsonDocument("$match", filter),
                        BsonDocument.parse("{$group: {_id: '$" + field + "', n: {$sum: 1}}}")))
                .forEach(group ->
                        groups.put(group.get("_id"), group.getNumber("n").intValue()));
        return groups;
    }

    static List<String> texts(List<BsonDocument> documents) {
        return documents.stream().map(document -> document.toJson(EXACT)).toList();
    }
}
