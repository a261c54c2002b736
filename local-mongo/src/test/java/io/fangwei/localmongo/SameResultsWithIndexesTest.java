package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

/** Seeded random documents, queries and updates: what the indexes find is what a look at every document finds. */
class SameResultsWithIndexesTest extends Served {

    private static final long SEED = Long.getLong("fangwei.seed", 20250111);
    private static final int ROUNDS = 300 * Integer.getInteger("fangwei.campaign.rounds", 1);
    private static final int SIZE = 200;

    private final Random random = new Random(SEED);
    private final MongoCollection<Document> plain =
            database.getCollection(documents.getNamespace().getCollectionName() + "_plain");

    @Test
    void whatever_is_asked() {
        createIndexes();
        var inserted = new ArrayList<Document>();
        for (int i = 0; i < SIZE; i++) {
            inserted.add(document(i));
        }
        documents.insertMany(inserted);
        plain.insertMany(inserted);

        for (int round = 0; round < ROUNDS; round++) {
            compareOneQuery(round);
            if (round % 3 == 0) {
                changeBoth();
            }
        }

        assertThat(validation()).containsEntry("valid", true).containsEntry("errors", List.of());
        assertThat(documents.find().into(new ArrayList<>()))
                .hasSameElementsAs(plain.find().into(new ArrayList<>()));
    }

    private void createIndexes() {
        documents.createIndex(doc("a", 1));
        documents.createIndex(new Document("a", 1).append("b", -1));
        documents.createIndex(new Document("b", 1).append("a", 1).append("s.t", -1));
        documents.createIndex(doc("s.t", -1), new IndexOptions().sparse(true));
        documents.createIndex(new Document("tags", 1).append("a", 1));
        documents.createIndex(doc("items.n", 1));
        documents.createIndex(doc("items.0.n", 1), new IndexOptions().sparse(true));
        documents.createIndex(doc("b", -1), new IndexOptions().name("partial").partialFilterExpression(doc("a", 1)));
    }

    private Document document(int id) {
        var document = new Document("_id", id % 3 == 0 ? "id" + id : (Object) id);
        for (String field : List.of("a", "b")) {
            if (random.nextInt(6) > 0) {
                document.append(field, value());
            }
        }
        if (random.nextBoolean()) {
            document.append("s", random.nextInt(8) == 0 ? value() : new Document("t", value()));
        }
        if (random.nextBoolean()) {
            document.append("tags", random.nextInt(4) == 0 ? value() : values(random.nextInt(4)));
        }
        if (random.nextBoolean()) {
            var items = new ArrayList<Document>();
            for (int i = random.nextInt(3); i > 0; i--) {
                items.add(random.nextInt(5) == 0 ? new Document() : new Document("n", value()));
            }
            document.append("items", items);
        }
        return document;
    }

    private Object value() {
        int small = random.nextInt(6) - 2;
        return switch (random.nextInt(14)) {
            case 0 -> (long) small;
            case 1 -> small + 0.5;
            case 2 -> new Decimal128(small);
            case 3 -> null;
            case 4, 5 -> "text" + small;
            case 6 -> Date.from(Instant.ofEpochMilli(1_000_000L * small));
            case 7 -> random.nextBoolean();
            case 8 -> new UUID(small, -small);
            case 9 -> "";
            case 10 -> Double.valueOf(small);
            default -> small;
        };
    }

    private List<Object> values(int count) {
        var values = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            values.add(value());
        }
        return values;
    }

    private void compareOneQuery(int round) {
        var filter = filter();
        var description = "seed " + SEED + ", round " + round + ": " + filter.toJson();
        var expected = new HashSet<>(plain.find(filter).into(new ArrayList<>()));
        var found = documents.find(filter).into(new ArrayList<>());
        assertThat(found).as(description).hasSameSizeAs(expected);
        assertThat(new HashSet<>(found)).as(description).isEqualTo(expected);
        assertThat(documents.countDocuments(filter)).as("count " + description).isEqualTo(expected.size());

        var field = List.of("a", "b", "s.t", "_id").get(random.nextInt(4));
        int limit = random.nextInt(10);
        var order = new Document(field, random.nextBoolean() ? 1 : -1).append("_id", 1);
        assertThat(documents.find(filter).sort(order).limit(limit).into(new ArrayList<>()))
                .as(order.toJson() + " limit " + limit + " " + description)
                .isEqualTo(plain.find(filter).sort(order).limit(limit).into(new ArrayList<>()));
    }

    private Document filter() {
        var filter = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            filter.putAll(condition());
        }
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$or", List.of(filter, condition()));
            case 1 -> new Document("$and", List.of(filter, condition()));
            default -> filter;
        };
    }

    private Document condition() {
        var field = List.of("a", "a", "b", "s.t", "tags", "items.n", "items.0.n", "_id")
                .get(random.nextInt(8));
        var value = field.equals("_id") && random.nextBoolean() ? random.nextInt(SIZE) : value();
        return new Document(
                field,
                switch (random.nextInt(11)) {
                    case 0 -> new Document("$gt", notNull(value));
                    case 1 -> new Document("$gte", notNull(value));
                    case 2 -> new Document("$lt", notNull(value));
                    case 3 -> new Document("$lte", notNull(value));
                    case 4 -> between(random.nextInt(5) - 3);
                    case 5 -> new Document("$in", values(3));
                    case 6 -> new Document("$exists", random.nextBoolean());
                    case 7 -> new Document("$ne", value);
                    case 8 -> new Document("$not", new Document("$gt", notNull(value)));
                    default -> value;
                });
    }

    private Document between(int low) {
        var both = new Document("$gt", low).append("$lt", low + 1 + random.nextInt(3));
        return random.nextInt(3) == 0 ? new Document("$not", both) : both;
    }

    private static Object notNull(Object value) {
        return value == null ? 1 : value;
    }

    private void changeBoth() {
        var id = new Document("_id", random.nextInt(SIZE));
        var change =
                new Document("$set", new Document(List.of("a", "b", "s", "tags").get(random.nextInt(4)), value()));
        for (MongoCollection<Document> each : Arrays.asList(documents, plain)) {
            each.updateOne(id, change);
        }
        if (random.nextInt(10) == 0) {
            documents.deleteOne(id);
            plain.deleteOne(id);
        }
        var filter = condition();
        var increment = new Document("$set", new Document("items", List.of(new Document("n", value()))));
        if (random.nextInt(5) == 0) {
            assertThat(documents.updateMany(filter, increment)).isEqualTo(plain.updateMany(filter, increment));
        }
    }
}
