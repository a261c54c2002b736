package io.fangwei.localmongo.conformance;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operators and commands of MongoDB that the sources of a project use, each with a file that does. */
final class WordsInUse {

    private static final Pattern LITERAL = Pattern.compile("\"(\\$[a-zA-Z]+)\"");
    private static final Pattern CALL = Pattern.compile("(?<![a-zA-Z$])([a-z][a-zA-Z]*)\\(");
    private static final Pattern RAW = Pattern.compile("runCommand\\(\\s*new (?:Bson)?Document\\(\\s*\"(\\w+)\"");
    private static final Set<String> BUILDERS =
            Set.of("Filters", "Updates", "Aggregates", "Accumulators", "Projections", "Sorts");

    /** What a method of the driver or of Spring Data sends; the others are named like their operator. */
    private static final Map<String, Set<String>> SENDS = sends();

    private final Map<String, Path> words = new TreeMap<>();

    /** By word: an operator with its dollar, a command without. */
    Map<String, Path> words() {
        return words;
    }

    void addAll(Path sources) {
        try (var files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(Path file) {
        add(file, read(file));
    }

    void add(Path file, String source) {
        BiConsumer<String, Path> found = (word, where) -> words.putIfAbsent(word, where);
        LITERAL.matcher(source)
                .results()
                .filter(hit -> !isField(source, hit))
                .forEach(hit -> found.accept(hit.group(1), file));
        RAW.matcher(source).results().forEach(hit -> found.accept(hit.group(1), file));
        add(file, RAW.matcher(source).replaceAll("\"$1\""), found);
    }

    private static void add(Path file, String source, BiConsumer<String, Path> found) {
        var called =
                CALL.matcher(source).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
        for (String method : called) {
            if (operators(source).contains(method)) {
                SENDS.getOrDefault(method, Set.of("$" + method)).forEach(word -> found.accept(word, file));
            } else if (commands(source).contains(method)) {
                SENDS.getOrDefault(method, Set.of(method)).forEach(word -> found.accept(word, file));
            }
        }
    }

    private static Set<String> operators(String source) {
        var known = new TreeSet<>(operatorsOfBuilders(source));
        if (source.contains("data.mongodb.core.query.Criteria")) {
            known.addAll(OF_CRITERIA);
            known.remove("where");
        }
        if (source.contains("data.mongodb.core.query.Update")) {
            known.addAll(OF_UPDATE);
        }
        return known;
    }

    private static Set<String> commands(String source) {
        var known = new TreeSet<String>();
        if (source.contains("data.mongodb.core.Mongo")) {
            known.addAll(OF_TEMPLATE);
        }
        if (source.contains("com.mongodb.client.") || source.contains("org.bson.Document")) {
            known.addAll(OF_DRIVER);
        }
        if (!source.contains("ChangeStream")) {
            known.remove("watch");
        }
        return known;
    }

    private static Set<String> operatorsOfBuilders(String source) {
        return BUILDERS.stream()
                .filter(builder -> source.contains("com.mongodb.client.model." + builder))
                .flatMap(builder -> Arrays.stream(methods("com.mongodb.client.model." + builder)))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static Method[] methods(String type) {
        try {
            return Class.forName(type).getDeclaredMethods();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Set<String> OF_CRITERIA = Set.of(
            "is",
            "ne",
            "lt",
            "lte",
            "gt",
            "gte",
            "in",
            "nin",
            "mod",
            "all",
            "size",
            "exists",
            "type",
            "not",
            "regex",
            "elemMatch",
            "orOperator",
            "norOperator",
            "andOperator",
            "isNull",
            "isNullValue",
            "sampleRate",
            "near",
            "within",
            "intersects",
            "matchingDocumentStructure",
            "bits");

    private static final Set<String> OF_UPDATE = Set.of(
            "set",
            "unset",
            "setOnInsert",
            "inc",
            "push",
            "addToSet",
            "pop",
            "pull",
            "pullAll",
            "rename",
            "currentDate",
            "multiply",
            "max",
            "min",
            "bitwise",
            "filterArray");

    private static final Set<String> OF_TEMPLATE = Set.of(
            "find",
            "findOne",
            "findById",
            "findAll",
            "findDistinct",
            "findAndModify",
            "findAndReplace",
            "findAndRemove",
            "findAllAndRemove",
            "exists",
            "count",
            "exactCount",
            "estimatedCount",
            "aggregate",
            "insert",
            "insertAll",
            "save",
            "upsert",
            "updateFirst",
            "updateMulti",
            "replace",
            "remove",
            "bulkOps",
            "indexOps",
            "createCollection",
            "dropCollection",
            "collectionExists",
            "getCollectionNames",
            "executeCommand",
            "stream",
            "mapReduce",
            "geoNear",
            "createView");

    private static final Set<String> OF_DRIVER = java.util.stream.Stream.of(MongoCollection.class, MongoDatabase.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .map(Method::getName)
            .filter(name -> !name.matches("get[A-Z].*|with[A-Z].*|as"))
            .collect(Collectors.toSet());

    private static Map<String, Set<String>> sends() {
        var sends = new TreeMap<String, Set<String>>();
        put(sends, Set.of("find"), "find findOne findById findAll stream exists first");
        put(sends, Set.of("aggregate"), "aggregate countDocuments count exactCount");
        put(sends, Set.of("count"), "estimatedDocumentCount estimatedCount");
        put(sends, Set.of("distinct"), "distinct findDistinct");
        put(sends, Set.of("insert"), "insertOne insertMany insert insertAll");
        put(sends, Set.of("update"), "updateOne updateMany replaceOne updateFirst updateMulti upsert replace");
        put(sends, Set.of("update", "insert"), "save");
        put(sends, Set.of("delete"), "deleteOne deleteMany remove");
        put(sends, Set.of("insert", "update", "delete"), "bulkWrite bulkOps");
        put(sends, Set.of("find", "delete"), "findAllAndRemove");
        put(
                sends,
                Set.of("findAndModify"),
                "findOneAndUpdate findOneAndReplace findOneAndDelete findAndModify findAndReplace findAndRemove");
        put(sends, Set.of("createIndexes"), "createIndex createIndexes indexOps");
        put(sends, Set.of("listIndexes"), "listIndexes");
        put(sends, Set.of("dropIndexes"), "dropIndex dropIndexes");
        put(sends, Set.of("drop"), "drop dropCollection");
        put(
                sends,
                Set.of("listCollections"),
                "listCollectionNames listCollections getCollectionNames collectionExists");
        put(sends, Set.of("create"), "createCollection");
        put(sends, Set.of("$eq"), "is isNull isNullValue eq idEq");
        put(sends, Set.of("$or"), "orOperator or");
        put(sends, Set.of("$and"), "andOperator and");
        put(sends, Set.of("$nor"), "norOperator nor");
        put(sends, Set.of("$mul"), "multiply mul");
        put(sends, Set.of(), "combine include exclude excludeId fields ascending descending orderBy empty toString");
        put(sends, Set.of("$push", "$each"), "pushEach");
        put(sends, Set.of("$addToSet", "$each"), "addEachToSet");
        put(sends, Set.of("$pull"), "pullByFilter pull");
        put(sends, Set.of("$pop"), "popFirst popLast pop");
        return sends;
    }

    private static void put(Map<String, Set<String>> sends, Set<String> words, String methods) {
        for (var method : methods.split(" ")) {
            sends.put(method, words);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The last argument of a call, behind another, is the path of a field: {@code new Document("$sum", "$amount")}. */
    private static boolean isField(String source, MatchResult hit) {
        return source.substring(0, hit.start()).stripTrailing().endsWith(",")
                && source.substring(hit.end()).stripLeading().startsWith(")");
    }
}
