package io.fangwei.localmongo.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * One question to a server and what the manual says is the answer.
 *
 * @param stage what is there when the question is asked; cases that only look share it
 * @param page of the manual, below {@code https://www.mongodb.com/docs/}
 * @param said the case as its file says it
 */
record ConformanceCase(Stage stage, String name, String page, BsonDocument said) {

    private static final Set<String> LOOKING =
            Set.of("find", "aggregate", "count", "distinct", "explain", "listIndexes", "getMore", "ping", "hello");

    /** Documents of the collections {@code c} and {@code other}, and the indexes of {@code c}. */
    record Stage(String title, List<BsonDocument> documents, List<BsonDocument> other, List<BsonDocument> indexes) {}

    String title() {
        return stage.title() + ": " + name;
    }

    /** Whether the question leaves everything as it was. */
    boolean onlyLooks() {
        return commands().stream().allMatch(command -> LOOKING.contains(command.getFirstKey()))
                && !said.toJson().matches("(?s).*\\$(out|merge).*");
    }

    /** What is sent before the question, and then the question. */
    List<BsonDocument> commands() {
        var commands = new ArrayList<BsonDocument>();
        if (said.get("run") instanceof BsonDocument only) {
            commands.add(only);
        } else if (said.get("run") instanceof BsonArray several) {
            several.forEach(each -> commands.add(each.asDocument()));
        }
        if (said.containsKey("find")) {
            commands.add(find());
        } else if (said.containsKey("project")) {
            commands.add(BsonDocument.parse("{aggregate: 'c', cursor: {}, pipeline: [{$project: {_id: 0}}]}"));
            commands.get(commands.size() - 1)
                    .getArray("pipeline")
                    .get(0)
                    .asDocument()
                    .getDocument("$project")
                    .append("x", said.get("project"));
        }
        return commands;
    }

    private BsonDocument find() {
        var find = new BsonDocument("find", new BsonString("c")).append("filter", said.get("find"));
        for (var option : List.of("sort", "skip", "limit", "projection")) {
            if (said.containsKey(option)) {
                find.append(option, said.get(option));
            }
        }
        return find;
    }

    boolean isOrdered() {
        var last = commands().get(commands().size() - 1);
        return last.containsKey("sort") || last.toJson().contains("$sort");
    }

    /** Every operator and command that the question is made of. */
    Set<String> words() {
        var words = new java.util.TreeSet<String>();
        commands().forEach(command -> {
            words.add(command.getFirstKey());
            collect(command, words);
        });
        stage.indexes().forEach(index -> collect(index, words));
        return words;
    }

    private static void collect(BsonValue value, Set<String> words) {
        if (value instanceof BsonDocument document) {
            for (Map.Entry<String, BsonValue> field : document.entrySet()) {
                if (field.getKey().startsWith("$")) {
                    words.add(field.getKey());
                }
                collect(field.getValue(), words);
            }
        } else if (value instanceof BsonArray array) {
            array.forEach(each -> collect(each, words));
        } else if (value.isRegularExpression()) {
            words.add("$regex");
        }
    }
}
