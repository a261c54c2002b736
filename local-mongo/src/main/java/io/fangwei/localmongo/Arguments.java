package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.fangwei.localmongo.values.Numbers;
import io.fangwei.localmongo.values.Refusals;
import io.fangwei.localmongo.values.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of commands, refused if they have another type than MongoDB wants. */
final class Arguments {

    private Arguments() {}

    /** Empty if it is not given. */
    static Document document(Document command, String name) {
        var given = optionalDocument(command, name);
        return given == null ? new Document() : given;
    }

    static @Nullable Document optionalDocument(Document command, String name) {
        var given = command.get(name);
        if (given == null || given instanceof Document) {
            return (Document) given;
        }
        throw wrongType(command, name, "object");
    }

    static String text(Document command, String name) {
        if (!command.containsKey(name)) {
            throw missing(command, name);
        }
        if (command.get(name) instanceof String text) {
            return text;
        }
        throw wrongType(command, name, "string");
    }

    /** The collection that a command is about. */
    static String collection(Document command) {
        var name = command.keySet().iterator().next();
        if (!(command.get(name) instanceof String collection)) {
            throw new MongoServerError(
                    73, "InvalidNamespace", "collection name has invalid type " + Types.alias(command.get(name)));
        }
        if (collection.isEmpty() || collection.indexOf('\0') >= 0 || collection.startsWith(".")) {
            throw new MongoServerError(
                    73,
                    "InvalidNamespace",
                    "Invalid namespace specified '" + command.get("$db") + "." + collection + "'");
        }
        return collection;
    }

    static boolean flag(Document command, String name) {
        var given = command.get(name);
        if (given == null || given instanceof Boolean || given instanceof Number) {
            return Types.isTrue(given);
        }
        throw wrongType(command, name, "bool");
    }

    /** The elements of a list of numbers, as those of cursors. */
    static List<Long> longs(Document command, String name) {
        var numbers = new ArrayList<Long>();
        for (Object each : list(command, name)) {
            if (!(each instanceof Number number)) {
                throw wrongElement(command, name, numbers.size(), each, "long");
            }
            numbers.add(Numbers.toLong(number));
        }
        return numbers;
    }

    /** A number that has to be there. */
    static long number(Document command, String name) {
        if (!command.containsKey(name)) {
            throw missing(command, name);
        }
        if (command.get(name) instanceof Number number) {
            return Numbers.toLong(number);
        }
        throw wrongType(command, name, "long");
    }

    /** 0 if it is not given. */
    static int count(Document command, String name) {
        var given = command.get(name);
        if (given == null) {
            return 0;
        }
        if (!(given instanceof Number number)) {
            throw wrongType(command, name, "long");
        }
        long count = Numbers.toLong(number);
        if (count < 0) {
            throw Refusals.location(
                    51024, "BSON field '" + name + "' value must be >= 0, actual value '" + count + "'");
        }
        return (int) Math.min(Integer.MAX_VALUE, count);
    }

    private static List<?> list(Document command, String name) {
        if (!command.containsKey(name)) {
            throw missing(command, name);
        }
        if (command.get(name) instanceof List<?> given) {
            return given;
        }
        throw wrongType(command, name, "array");
    }

    static List<Document> documents(Document command, String name) {
        var given = list(command, name);
        var documents = new ArrayList<Document>(given.size());
        for (Object each : given) {
            if (!(each instanceof Document document)) {
                throw wrongElement(command, name, documents.size(), each, "object");
            }
            documents.add(document);
        }
        return documents;
    }

    static @Nullable Object hint(Document command) {
        var hint = command.get("hint");
        if (hint == null || hint instanceof String || hint instanceof Document) {
            return hint instanceof Document document && document.isEmpty() || "".equals(hint) ? null : hint;
        }
        throw Refusals.failedToParse("Hint must be a string or an object");
    }

    static String variable(String name) {
        if (name.isEmpty() || !(name.charAt(0) >= 'a' && name.charAt(0) <= 'z') && name.charAt(0) < 0x80) {
            throw Refusals.failedToParse("'" + name + "' starts with an invalid character for a user variable name");
        }
        return name;
    }

    private static RuntimeException wrongType(Document command, String name, String expected) {
        return Refusals.typeMismatch("BSON field '" + commandName(command) + "." + name + "' is the wrong type '"
                + Types.alias(command.get(name)) + "', expected type '" + expected + "'");
    }

    private static RuntimeException wrongElement(
            Document command, String name, int place, @Nullable Object element, String expected) {
        return Refusals.typeMismatch("BSON field '" + commandName(command) + "." + name + "." + place
                + "' is the wrong type '" + Types.alias(element) + "', expected type '" + expected + "'");
    }

    private static RuntimeException missing(Document command, String name) {
        return Refusals.location(
                40414, "BSON field '" + commandName(command) + "." + name + "' is missing but a required field");
    }

    private static String commandName(Document command) {
        return command.isEmpty() ? "" : command.keySet().iterator().next();
    }
}
