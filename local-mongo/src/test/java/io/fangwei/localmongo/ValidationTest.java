package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a validation would find if the store were not what it should be. */
class ValidationTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_entry_is_found() {
        assertThat(errorsAfter(Transaction::delete))
                .containsExactly("1 entries of n_1 are missing or lead to another document");
    }

    @Test
    void an_entry_without_a_document_is_found() {
        assertThat(errorsAfter((transaction, key) -> transaction.put(Keys.concat(key, new byte[1]), new byte[] {1})))
                .containsExactly("1 entries of n_1 belong to no document");
    }

    @Test
    void a_wrong_count_is_found() {
        assertThat(errorsAfter((transaction, key) -> transaction.count(collectionOf(key), 1)))
                .containsExactly("3 documents, but counted 4");
    }

    @Test
    void nothing_is_found_where_nothing_is_wrong() {
        assertThat(errorsAfter((transaction, key) -> {})).isEmpty();
    }

    private static int collectionOf(byte[] key) {
        return ByteBuffer.wrap(key).getInt();
    }

    /** @param tampering with the first key of the index */
    private List<String> errorsAfter(BiConsumer<Transaction, byte[]> tampering) {
        try (var mongo = LocalMongo.open(folder, 0);
                var client = MongoClients.create(mongo.connectionString())) {
            var collection = client.getDatabase("a").getCollection("c");
            collection.createIndex(new Document("n", 1));
            collection.insertMany(
                    List.of(new Document("n", 1), new Document("n", 2), new Document("n", List.of(3, 4))));
        }
        try (var store = new Store(folder, Memory.DEFAULT, new Space(() -> 1, 0))) {
            store.write(transaction -> {
                var index = transaction
                        .catalogue()
                        .collections()
                        .get("a.c")
                        .indexes()
                        .get(0);
                byte[] key;
                try (var walk = transaction.walk(index.prefix(), Keys.after(index.prefix()), false)) {
                    key = walk.key();
                }
                tampering.accept(transaction, key);
                return key;
            });
        }
        try (var mongo = LocalMongo.open(folder, 0);
                var client = MongoClients.create(mongo.connectionString())) {
            return client.getDatabase("a")
                    .runCommand(new Document("validate", "c"))
                    .getList("errors", String.class);
        }
    }
}
