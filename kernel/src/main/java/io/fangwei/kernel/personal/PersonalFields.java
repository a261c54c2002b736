package io.fangwei.kernel.personal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Seals and opens the fields about persons of one service. Its database remembers which keys have written in it, so that a
 * key that was lost is noticed at the start and not by the first reader.
 */
public final class PersonalFields {

    public static final String KEYS = "personalKeys";

    private static final String CHECK = "check";
    private static final PersonalText KNOWN = PersonalText.of("fangwei");

    private final PersonalKeys keys;

    private PersonalFields(PersonalKeys keys) {
        this.keys = keys;
    }

    /**
     * Refuses keys that cannot read what the database holds.
     *
     * @param where the keys come from, to be told to people
     */
    public static PersonalFields of(PersonalKeys keys, MongoCollection<Document> written, String where) {
        var lost = new ArrayList<String>();
        for (var known : written.find().sort(new Document("_id", 1))) {
            if (!opens(keys, known)) {
                lost.add(known.getString("_id"));
            }
        }
        if (!lost.isEmpty()) {
            throw new KeysLost(
                    "个人信息的密钥缺失 · Fields about persons in the database %s are encrypted by keys that %s does not hold: %s."
                                    .formatted(
                                            written.getNamespace().getDatabaseName(),
                                            where,
                                            lost.stream().collect(Collectors.joining(", ")))
                            + " Put back the file that held them.");
        }
        written.updateOne(
                Filters.eq("_id", keys.primary()),
                Updates.setOnInsert(CHECK, keys.seal(KNOWN, place(keys.primary()))),
                new UpdateOptions().upsert(true));
        return new PersonalFields(keys);
    }

    public String seal(PersonalText text, Place place) {
        return keys.seal(text, place);
    }

    public PersonalText open(String sealed, Place place) {
        return keys.open(sealed, place);
    }

    private static boolean opens(PersonalKeys keys, Document known) {
        try {
            return keys.open(known.getString(CHECK), place(known.getString("_id")))
                    .equals(KNOWN);
        } catch (NotOpened lost) {
            return false;
        }
    }

    private static Place place(String number) {
        return new Place(KEYS, number, CHECK);
    }
}
