package io.fangwei.kernel.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pairs of neighbouring characters of a text. Latin letters lose their case, full-width characters their width, and
 * whatever is neither letter nor digit goes, so that {@code ＰＡ－２０２５} is found by {@code pa2025}.
 */
public final class Bigrams {

    /** So many characters of a question are looked at. */
    public static final int LONGEST = 100;

    private Bigrams() {}

    /** What is stored with the texts. */
    public static List<String> of(Collection<String> texts) {
        return texts.stream()
                .map(Bigrams::folded)
                .flatMap(Bigrams::pairs)
                .distinct()
                .toList();
    }

    /** What a text must hold to be found: the pairs of each word. Empty if no word has two characters. */
    public static Set<String> wanted(String words) {
        return Stream.of(words.substring(0, Math.min(words.length(), LONGEST)).split("[\\s\\u3000]+"))
                .map(Bigrams::folded)
                .flatMap(Bigrams::pairs)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Stream<String> pairs(String folded) {
        var characters = folded.codePoints().toArray();
        return IntStream.range(0, characters.length - 1).mapToObj(at -> new String(characters, at, 2));
    }
}
