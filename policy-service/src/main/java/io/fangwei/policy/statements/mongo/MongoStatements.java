package io.fangwei.policy.statements.mongo;

import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.budget.EntryKind;
import io.fangwei.policy.budget.LedgerEntry;
import io.fangwei.policy.budget.mongo.LedgerRows;
import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.statements.CompanySpending;
import io.fangwei.policy.statements.Statement.Extraction;
import io.fangwei.policy.statements.Statement.Movement;
import io.fangwei.policy.statements.Statement.Position;
import io.fangwei.policy.statements.Statement.Share;
import io.fangwei.policy.statements.Statements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoStatements implements Statements {

    private static final List<String> SPENDING = Stream.of(EntryKind.values())
            .filter(EntryKind::isSpending)
            .map(Enum::name)
            .toList();

    private final MongoOperations mongo;

    MongoStatements(MongoOperations mongo, AggregateStores stores) {
        this.mongo = mongo;
        stores.index(UncoveredRows.COLLECTION, "poolId");
    }

    @Override
    public Position before(UUID poolId, LocalDate day) {
        var last = mongo.getCollection(LedgerRows.COLLECTION)
                .find(new Document("poolId", poolId).append("bookedOn", new Document("$lt", day)))
                .sort(new Document("bookedOn", -1).append("_id", -1))
                .limit(1)
                .first();
        return last == null
                ? Position.of(zero(), zero(), zero())
                : Optional.of(mongo.getConverter().read(LedgerEntry.class, last))
                        .map(entry -> Position.of(entry.accrued(), entry.committed(), entry.spent()))
                        .orElseThrow();
    }

    @Override
    public List<Movement> movements(UUID poolId, LocalDate from, LocalDate to) {
        return grouped(within(poolId, from, to), "$kind")
                .map(group -> new Movement(EntryKind.valueOf(group.getString("_id")), entries(group), amount(group)))
                .sorted(Comparator.comparing(Movement::kind))
                .toList();
    }

    @Override
    public Extraction extraction(UUID poolId, LocalDate from, LocalDate to) {
        var extracting = within(poolId, from, to)
                .append("kind", new Document("$in", List.of(EntryKind.ACCRUAL.name(), EntryKind.TAKE_BACK.name())));
        var sums = mongo.getCollection(LedgerRows.COLLECTION)
                .aggregate(List.of(
                        new Document("$match", extracting),
                        new Document(
                                "$group",
                                new Document("_id", null)
                                        .append("premium", new Document("$sum", "$premium"))
                                        .append("required", new Document("$sum", "$required"))
                                        .append("setAside", new Document("$sum", "$amount")))))
                .first();
        if (sums == null) {
            return new Extraction(zero(), zero(), zero(), zero());
        }
        var required = decimal(sums.get("required"));
        var setAside = decimal(sums.get("setAside"));
        return new Extraction(
                decimal(sums.get("premium")),
                required,
                setAside,
                required.subtract(setAside).max(zero()));
    }

    @Override
    public List<Share> spentBy(Dimension dimension, UUID poolId, LocalDate from, LocalDate to) {
        var spending = within(poolId, from, to).append("kind", new Document("$in", SPENDING));
        return grouped(spending, "$" + dimension.field())
                .map(group -> new Share(text(group.get("_id")), entries(group), amount(group)))
                .sorted(Comparator.comparing(Share::spent)
                        .reversed()
                        .thenComparing(share -> Objects.requireNonNullElse(share.of(), "")))
                .toList();
    }

    @Override
    public List<ItemSums> items(UUID poolId) {
        var sums = new ItemTable();
        var key = new Document("item", "$item").append("kind", "$kind").append("reason", "$reason");
        grouped(new Document("poolId", poolId), key)
                .forEach(group ->
                        sums.add(group.get("_id", Document.class), amount(group), decimal(group.get("drawn"))));
        mongo.getCollection(UncoveredRows.COLLECTION)
                .find(new Document("poolId", poolId))
                .forEach(plan -> UncoveredRows.open(plan).forEach(sums::uncovered));
        return sums.lines();
    }

    @Override
    public List<CompanySpending.Line> spentFor(UUID companyId, int year, @Nullable UUID insurerId) {
        var spending =
                new Document("companyId", companyId).append("year", year).append("kind", new Document("$in", SPENDING));
        if (insurerId != null) {
            spending.append("insurerId", insurerId);
        }
        return grouped(spending, new Document("insurerId", "$insurerId").append("item", "$item"))
                .map(group -> {
                    var of = group.get("_id", Document.class);
                    return new CompanySpending.Line(
                            of.get("insurerId", UUID.class), of.getString("item"), entries(group), amount(group));
                })
                .sorted(Comparator.comparing(CompanySpending.Line::spent).reversed())
                .toList();
    }

    private Stream<Document> grouped(Document match, Object key) {
        return mongo
                .getCollection(LedgerRows.COLLECTION)
                .aggregate(List.of(
                        new Document("$match", match),
                        new Document(
                                "$group",
                                new Document("_id", key)
                                        .append("entries", new Document("$sum", 1))
                                        .append("amount", new Document("$sum", "$amount"))
                                        .append("drawn", new Document("$sum", "$drawn")))))
                .into(new ArrayList<>())
                .stream();
    }

    private static Document within(UUID poolId, LocalDate from, LocalDate to) {
        return new Document("poolId", poolId).append("bookedOn", new Document("$gte", from).append("$lte", to));
    }

    private static long entries(Document group) {
        return ((Number) group.get("entries")).longValue();
    }

    private static BigDecimal amount(Document group) {
        return decimal(group.get("amount"));
    }

    static BigDecimal decimal(Object stored) {
        var value =
                stored instanceof Decimal128 decimal ? decimal.bigDecimalValue() : new BigDecimal(stored.toString());
        return value.setScale(2);
    }

    private static @Nullable String text(@Nullable Object key) {
        return key == null ? null : key.toString();
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(2);
    }

    /** Budget and use of each item, added up group by group. */
    private static final class ItemTable {

        private final Map<String, ItemSums> lines = new TreeMap<>();

        void add(Document group, BigDecimal amount, BigDecimal drawn) {
            var reason = group.getString("reason");
            switch (EntryKind.valueOf(group.getString("kind"))) {
                case COMMITMENT -> put(group.getString("item"), amount, amount, zero(), zero());
                case RELEASE ->
                    put(
                            group.getString("item"),
                            "PLAN_CHANGED".equals(reason) ? amount : zero(),
                            amount,
                            zero(),
                            zero());
                case EXPENSE -> put(group.getString("item"), zero(), drawn.negate(), zero(), amount);
                case OPENING_SPENT, REVERSAL -> put(group.getString("item"), zero(), zero(), zero(), amount);
                default -> {}
            }
        }

        void uncovered(String item, BigDecimal amount) {
            put(item, amount, zero(), amount, zero());
        }

        List<ItemSums> lines() {
            return List.copyOf(lines.values());
        }

        private void put(
                @Nullable String item,
                BigDecimal budgeted,
                BigDecimal committed,
                BigDecimal uncovered,
                BigDecimal spent) {
            var key = Objects.requireNonNullElse(item, "");
            var before = lines.getOrDefault(
                    key,
                    new ItemSums(item == null ? null : ServiceItemType.valueOf(item), zero(), zero(), zero(), zero()));
            lines.put(
                    key,
                    new ItemSums(
                            before.item(),
                            before.budgeted().add(budgeted),
                            before.committed().add(committed),
                            before.uncovered().add(uncovered),
                            before.spent().add(spent)));
        }
    }
}
