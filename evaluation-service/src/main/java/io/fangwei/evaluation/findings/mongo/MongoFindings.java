package io.fangwei.evaluation.findings.mongo;

import io.fangwei.evaluation.findings.Finding;
import io.fangwei.evaluation.findings.Finding.Evidence;
import io.fangwei.evaluation.findings.Finding.Mode;
import io.fangwei.evaluation.findings.Finding.Status;
import io.fangwei.evaluation.findings.FindingRow;
import io.fangwei.evaluation.findings.Findings;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.store.AggregateStores;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoFindings implements Findings {

    private final MongoOperations mongo;

    MongoFindings(MongoOperations mongo, AggregateStores stores) {
        this.mongo = mongo;
        stores.index(FindingRow.COLLECTION, FindingRow.INSURER, FindingRow.YEAR_PATH, "_id");
        stores.index(FindingRow.COLLECTION, FindingRow.INSURER, FindingRow.YEAR_PATH, FindingRow.INDICATOR, "_id");
        stores.index(FindingRow.COLLECTION, FindingRow.INSURER, FindingRow.YEAR_PATH, FindingRow.RULE, "_id");
    }

    @Override
    public Page<Finding> of(
            UUID insurerId, int year, @Nullable String indicator, @Nullable String ruleId, Pages pages) {
        var wanted = Criteria.where(FindingRow.INSURER)
                .is(insurerId)
                .and(FindingRow.YEAR_PATH)
                .is(year);
        if (indicator != null) {
            wanted.and(FindingRow.INDICATOR).is(indicator);
        }
        if (ruleId != null) {
            wanted.and(FindingRow.RULE).is(ruleId);
        }
        return pages.of(mongo.getCollection(FindingRow.COLLECTION), wanted, new Criteria(), MongoFindings::finding);
    }

    private static Finding finding(Document row) {
        var basis = row.get(FindingRow.BASIS, Document.class);
        var assisted = basis.getBoolean(FindingRow.ASSISTED);
        return new Finding(
                row.getString("_id"),
                row.getString(FindingRow.RULE),
                row.getString(FindingRow.INDICATOR),
                row.get(FindingRow.INSURER, UUID.class),
                basis.getInteger(FindingRow.YEAR),
                row.getString(FindingRow.CASE),
                row.getString(FindingRow.SUBJECT_KIND),
                row.get(FindingRow.SUBJECT, UUID.class),
                row.get(FindingRow.COMPANY, UUID.class),
                row.getString(FindingRow.AREA),
                basis.getString(FindingRow.CLOCK),
                basis.getString(FindingRow.DUE),
                row.getString(FindingRow.ENDED_ON),
                evidence(basis),
                assisted ? Mode.ASSISTED : Mode.AUTO,
                row.containsKey(FindingRow.WITHDRAWN)
                        ? Status.WITHDRAWN
                        : assisted ? Status.CANDIDATE : Status.COUNTED);
    }

    private static Evidence evidence(Document basis) {
        return new Evidence(
                basis.get(FindingRow.EVENT, UUID.class),
                basis.getString(FindingRow.TYPE),
                basis.getLong(FindingRow.SEQUENCE),
                basis.getString(FindingRow.ON));
    }
}
