package io.fangwei.policy.imports.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.StoreContext;
import io.fangwei.policy.imports.FaultyRow;
import io.fangwei.policy.imports.FaultyRows;
import io.fangwei.policy.imports.RowProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoFaultyRows implements FaultyRows {

    private final MongoCollection<Document> rows;

    MongoFaultyRows(StoreContext context) {
        rows = context.collection("importRows");
    }

    @Override
    public void keep(UUID importId, List<FaultyRow> found) {
        if (!found.isEmpty()) {
            rows.bulkWrite(
                    found.stream()
                            .map(row -> new ReplaceOneModel<>(
                                    eq("_id", id(importId, row.row())),
                                    written(importId, row),
                                    new ReplaceOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    @Override
    public void forget(UUID importId) {
        rows.deleteMany(between(importId, 0, Integer.MAX_VALUE));
    }

    @Override
    public Set<Integer> unchecked(UUID importId, int from, int to) {
        return rows.find(and(between(importId, from, to), eq("refused", false)))
                .projection(new Document("row", 1))
                .map(row -> row.getInteger("row"))
                .into(new HashSet<>());
    }

    @Override
    public Page<FaultyRow> page(UUID importId, Pages page) {
        var ofImport = Criteria.where("_id").gte(id(importId, 0)).lte(id(importId, Integer.MAX_VALUE));
        return page.of(rows, ofImport, new Criteria(), MongoFaultyRows::read);
    }

    private static Bson between(UUID importId, int from, int to) {
        return and(gte("_id", id(importId, from)), lte("_id", id(importId, to)));
    }

    /** Ids of one import sort like the numbers of its rows. */
    private static String id(UUID importId, int row) {
        return "%s:%010d".formatted(importId, row);
    }

    private static Document written(UUID importId, FaultyRow row) {
        return new Document("_id", id(importId, row.row()))
                .append("row", row.row())
                .append("refused", row.refused())
                .append(
                        "problems",
                        row.problems().stream()
                                .map(problem -> new Document("column", problem.column())
                                        .append("rule", problem.rule())
                                        .append("arguments", problem.arguments()))
                                .toList());
    }

    private static FaultyRow read(Document row) {
        return new FaultyRow(
                row.getInteger("row"),
                row.getBoolean("refused"),
                row.getList("problems", Document.class).stream()
                        .map(problem -> new RowProblem(
                                problem.getString("column"),
                                problem.getString("rule"),
                                problem.getList("arguments", String.class)))
                        .toList());
    }
}
