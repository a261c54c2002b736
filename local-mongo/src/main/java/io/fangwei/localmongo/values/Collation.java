package io.fangwei.localmongo.values;

import de.bwaldvogel.mongo.bson.Document;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares text without regard to case (strength 2), or to case and accents (strength 1). Letters of other scripts than
 * Latin come in the order of their code points.
 */
public final class Collation {

    private static final Set<String> LOCALES = Set.of("en", "de", "fr", "it", "pt", "nl", "zh");
    private static final Set<String> OPTIONS = Set.of(
            "locale",
            "strength",
            "caseLevel",
            "caseFirst",
            "numericOrdering",
            "alternate",
            "maxVariable",
            "backwards",
            "normalization",
            "version");
    private static final String SIGNS_BEFORE_LETTERS = "\t\n\u000b\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

    private final Document specification;
    private final boolean accents;
    private final boolean orders;

    private Collation(Document specification) {
        this.specification = specification;
        this.accents = number(specification.get("strength")) == 2;
        this.orders = !language(specification).equals("zh");
    }

    /** Null for the simple collation, which compares code points. */
    public static @Nullable Collation of(@Nullable Object specification) {
        if (specification == null) {
            return null;
        }
        if (!(specification instanceof Document document)) {
            throw Refusals.typeMismatch("BSON field 'collation' is the wrong type '" + Types.alias(specification)
                    + "', expected type 'object'");
        }
        if (document.isEmpty()) {
            return null;
        }
        for (String option : document.keySet()) {
            if (!OPTIONS.contains(option)) {
                throw Refusals.location(40415, "BSON field 'collation." + option + "' is an unknown field.");
            }
        }
        if (!(document.get("locale") instanceof String)) {
            throw Refusals.location(40414, "BSON field 'collation.locale' is missing but a required field");
        }
        return document.get("locale").equals("simple") ? simple(document) : checked(document);
    }

    private static @Nullable Collation simple(Document document) {
        if (document.size() > 1) {
            throw Refusals.badValue("If 'locale' is 'simple', no other collation options are allowed");
        }
        return null;
    }

    private static Collation checked(Document document) {
        if (!LOCALES.contains(language(document))) {
            throw Refusals.badValue("this server knows no collation of the locale '" + document.get("locale") + "'");
        }
        int strength = document.containsKey("strength") ? number(document.get("strength")) : 3;
        if (strength < 1 || strength > 2) {
            throw Refusals.badValue("this server knows collations of strength 1 and 2, not of " + strength);
        }
        document.forEach((option, value) -> {
            if (!isUsual(option, value)) {
                throw Refusals.badValue("this server knows no collation with " + option + ": " + value);
            }
        });
        return new Collation(document);
    }

    private static boolean isUsual(String option, @Nullable Object value) {
        return switch (option) {
            case "caseFirst" -> "off".equals(value);
            case "alternate" -> "non-ignorable".equals(value);
            case "caseLevel", "numericOrdering", "backwards", "normalization" -> Boolean.FALSE.equals(value);
            default -> true;
        };
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? (int) Numbers.toLong(number) : 0;
    }

    private static String language(Document document) {
        return ((String) document.get("locale")).split("[_-]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Text of which this says the same is the same. */
    String keyOf(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var folded = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var letters = folded.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .map(Collation::weight)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return accents ? letters + '\0' + folded : letters;
    }

    /** ASCII's signs come before its digits, and these before the letters. */
    private static int weight(int point) {
        int place = SIGNS_BEFORE_LETTERS.indexOf(point);
        if (place >= 0) {
            return place + 1;
        }
        return point < 'a' ? point + 1 + SIGNS_BEFORE_LETTERS.length() : point + 0x80;
    }

    /** Refuses to order by a language whose order this server does not know. */
    public void refuseToOrder() {
        if (!orders) {
            throw Refusals.badValue("this server finds by the collation 'zh', but cannot order by it");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Collation collation
                && collation.accents == accents
                && collation.specification.get("locale").equals(specification.get("locale"));
    }

    @Override
    public int hashCode() {
        return specification.get("locale").hashCode();
    }
}
