package io.fangwei.localmongo.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Compares what a server answers with what a case says. Values compare with their types, documents in their order. */
final class Answers {

    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final ConformanceCase asked;
    private final BsonDocument said;
    private final MongoDatabase database;
    private final List<BsonDocument> before;

    Answers(ConformanceCase asked, MongoDatabase database, List<BsonDocument> before) {
        this.asked = asked;
        this.said = asked.said();
        this.database = database;
        this.before = before;
    }

    void check(List<BsonDocument> commands) {
        for (int i = 0; i < commands.size(); i++) {
            var reply = Server.ask(database, commands.get(i));
            boolean last = i == commands.size() - 1;
            boolean isAsked = last || said.containsKey("find") && i == commands.size() - 2;
            if (!isAsked || !said.containsKey("code")) {
                assertThat(reply.getNumber("ok").intValue())
                        .as("%s refused: %s", commands.get(i).toJson(), reply.toJson())
                        .isEqualTo(1);
            }
            if (isAsked && (!last || !said.containsKey("find") || commands.size() == 1)) {
                checkReply(reply);
            }
            if (last) {
                checkDocuments(commands.get(i), reply);
            }
        }
        checkContent();
    }

    private void checkReply(BsonDocument reply) {
        if (said.containsKey("code")) {
            var codes =
                    said.get("code") instanceof BsonArray several ? several : new BsonArray(List.of(said.get("code")));
            assertThat(codes)
                    .as(reply.toJson())
                    .contains(new BsonInt32(
                            reply.getInt32("code", new BsonInt32(0)).getValue()));
        }
        if (said.containsKey("reply")) {
            assertThat(isWithin(said.get("reply"), reply))
                    .as("expected within the reply: %s\nbut it is: %s", said.get("reply"), reply.toJson())
                    .isTrue();
        }
        if (said.containsKey("value")) {
            assertThat(exact(reply.get("value"))).isEqualTo(exact(said.get("value")));
        }
        if (said.containsKey("values")) {
            assertThat(texts(reply.getArray("values")))
                    .containsExactlyInAnyOrderElementsOf(texts(said.getArray("values")));
        }
        for (var absent : said.getArray("absent", new BsonArray())) {
            assertThat(reply).doesNotContainKey(absent.asString().getValue());
        }
        checkPlan(reply);
    }

    private Collection<String> texts(BsonArray values) {
        boolean byValue = said.containsKey("numbersByValue");
        return values.stream()
                .map(value ->
                        byValue && value.isNumber() ? "" + value.asNumber().doubleValue() : exact(value))
                .toList();
    }

    // ---- documents

    private void checkDocuments(BsonDocument command, BsonDocument reply) {
        if (!reply.containsKey("cursor")) {
            return;
        }
        var batches = new ArrayList<BsonValue>();
        var found = rest(database, command, reply, batches);
        if (said.containsKey("ids")) {
            var ids = found.stream().map(document -> exact(document.get("_id"))).toList();
            assertSame(ids, said.getArray("ids").stream().map(Answers::exact).toList());
        }
        if (said.containsKey("docs")) {
            assertSame(
                    found.stream().map(this::text).toList(),
                    ConformanceCases.documents(said, "docs").stream()
                            .map(this::text)
                            .toList());
        }
        if (said.containsKey("gives")) {
            assertThat(exact(found.get(0))).isEqualTo(exact(new BsonDocument("x", said.get("gives"))));
        }
        if (said.containsKey("contains")) {
            assertThat(found.stream().map(Answers::sorted).toList())
                    .containsExactlyInAnyOrderElementsOf(ConformanceCases.documents(said, "contains").stream()
                            .map(Answers::sorted)
                            .toList());
        }
        if (said.containsKey("batches")) {
            assertThat(batches).isEqualTo(said.getArray("batches").getValues());
        }
    }

    private void assertSame(List<String> found, List<String> expected) {
        if (asked.isOrdered()) {
            assertThat(found).containsExactlyElementsOf(expected);
        } else {
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private String text(BsonDocument document) {
        return said.containsKey("anyOrderOfFields") ? sorted(document) : exact(document);
    }

    static List<BsonDocument> all(MongoDatabase database, BsonDocument command, List<BsonValue> batches) {
        return rest(database, command, Server.ask(database, command), batches);
    }

    private static List<BsonDocument> rest(
            MongoDatabase database, BsonDocument command, BsonDocument reply, List<BsonValue> batches) {
        var all = new ArrayList<BsonDocument>();
        var cursor = reply.getDocument("cursor");
        take(cursor.getArray("firstBatch"), all, batches);
        while (cursor.getNumber("id").longValue() != 0) {
            var more = new BsonDocument("getMore", cursor.get("id"))
                    .append("collection", command.get(command.getFirstKey()));
            if (command.containsKey("batchSize")
                    && command.getNumber("batchSize").intValue() > 0) {
                more.append("batchSize", command.get("batchSize"));
            }
            cursor = Server.ask(database, more).getDocument("cursor");
            take(cursor.getArray("nextBatch"), all, batches);
        }
        return all;
    }

    private static void take(BsonArray batch, List<BsonDocument> all, List<BsonValue> batches) {
        batch.forEach(each -> all.add(each.asDocument()));
        batches.add(new BsonInt32(batch.size()));
    }

    // ---- what is there afterwards

    private void checkContent() {
        if (said.containsKey("unchanged")) {
            assertThat(Questioning.content(database)).isEqualTo(before);
        }
        if (said.containsKey("after")) {
            assertContent(ConformanceCases.documents(said, "after"));
        }
        if (said.containsKey("changed")) {
            var changed = said.getDocument("changed");
            assertContent(before.stream()
                    .map(each -> each.get("_id").equals(changed.get("_id")) ? changed : each)
                    .toList());
        }
    }

    private void assertContent(List<BsonDocument> expected) {
        assertThat(Questioning.content(database).stream().map(Answers::exact).toList())
                .containsExactlyElementsOf(expected.stream().map(Answers::exact).toList());
    }

    // ---- plans

    private void checkPlan(BsonDocument reply) {
        var names = new TreeSet<String>();
        var stages = new TreeSet<String>();
        collectPlan(reply, names, stages);
        if (said.get("uses") instanceof BsonString index) {
            var expected = index.getValue().equals("nothing") ? List.<String>of() : List.of(index.getValue());
            assertThat(names).as(reply.toJson()).containsExactlyElementsOf(expected);
        } else if (said.get("uses") instanceof BsonArray several) {
            assertThat(names)
                    .as(reply.toJson())
                    .containsExactlyInAnyOrderElementsOf(several.stream()
                            .map(each -> each.asString().getValue())
                            .toList());
        }
        if (said.containsKey("usesOneOf")) {
            assertThat(said.getArray("usesOneOf")).as(reply.toJson()).contains(new BsonString(names.first()));
        }
        if (said.containsKey("withStage")) {
            assertThat(stages).contains(said.getString("withStage").getValue());
        }
        if (said.containsKey("withoutStage")) {
            assertThat(stages).doesNotContain(said.getString("withoutStage").getValue());
        }
    }

    private static void collectPlan(BsonValue value, Collection<String> names, Collection<String> stages) {
        if (value instanceof BsonArray array) {
            array.forEach(each -> collectPlan(each, names, stages));
        } else if (value instanceof BsonDocument document) {
            document.forEach((field, part) -> {
                if (field.equals("indexName")) {
                    names.add(part.asString().getValue());
                } else if (field.equals("stage") && part.isString()) {
                    stages.add(part.asString().getValue());
                } else if (!List.of("rejectedPlans", "executionStats", "command")
                        .contains(field)) {
                    collectPlan(part, names, stages);
                }
            });
        }
    }

    // ---- comparing

    private static String exact(BsonValue value) {
        var text = new BsonDocument("x", value).toJson(EXACT);
        return text.substring(6, text.length() - 1);
    }

    private static String sorted(BsonDocument document) {
        var fields = new TreeMap<String, BsonValue>(document);
        var sorted = new BsonDocument();
        fields.forEach(sorted::append);
        return exact(sorted);
    }

    /** Whether every field said is in the reply; numbers compare by their values. */
    private static boolean isWithin(BsonValue said, BsonValue reply) {
        if (said instanceof BsonDocument document) {
            return reply instanceof BsonDocument other
                    && document.entrySet().stream().allMatch(field -> isWithin(field, other));
        } else if (said instanceof BsonArray array) {
            return reply instanceof BsonArray other && array.size() == other.size() && areWithin(array, other);
        } else if (said.isNumber()) {
            return reply.isNumber()
                    && said.asNumber().doubleValue() == reply.asNumber().doubleValue();
        }
        return said.equals(reply);
    }

    private static boolean isWithin(Map.Entry<String, BsonValue> field, BsonDocument reply) {
        return reply.containsKey(field.getKey()) && isWithin(field.getValue(), reply.get(field.getKey()));
    }

    private static boolean areWithin(BsonArray said, BsonArray reply) {
        for (int i = 0; i < said.size(); i++) {
            if (!isWithin(said.get(i), reply.get(i))) {
                return false;
            }
        }
        return true;
    }
}
