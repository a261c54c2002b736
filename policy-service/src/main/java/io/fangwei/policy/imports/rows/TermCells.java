package io.fangwei.policy.imports.rows;

import io.fangwei.policy.policies.ServiceItemType;
import io.fangwei.policy.policies.ServiceTerm;
import io.fangwei.policy.policies.ServiceTerm.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The service terms of a policy as its cells say them, a column for each item: {@code 2次/年：全厂隐患排查}, {@code 1次/保险期：…},
 * or just {@code 2}. What a contract leaves open is {@code 未定}; several terms of one item stand on lines of their own.
 */
final class TermCells {

    private static final String OPEN = "未定";
    private static final Pattern TERM =
            Pattern.compile("(?:([0-9]{1,3}|未定) ?次?(?: ?/ ?(年|保险期|未定))?)? ?(?:[:：](.*))?", Pattern.DOTALL);

    private TermCells() {}

    static String key(ServiceItemType item) {
        return "term." + item.name();
    }

    /** The terms of one item; empty if the cell cannot be read. */
    static Optional<List<ServiceTerm>> read(ServiceItemType item, String cell) {
        var terms = new ArrayList<ServiceTerm>();
        for (var line : cell.split("\\R")) {
            var colon = firstColon(line);
            var matcher = TERM.matcher(Folded.line(line.substring(0, colon)) + line.substring(colon));
            if (!matcher.matches()) {
                return Optional.empty();
            }
            terms.add(new ServiceTerm(
                    item,
                    content(matcher.group(3)),
                    frequency(matcher.group(1)),
                    period(matcher.group(1), matcher.group(2))));
        }
        return Optional.of(terms);
    }

    static Map<String, String> cells(List<ServiceTerm> terms) {
        return terms.stream()
                .collect(Collectors.groupingBy(
                        term -> key(term.item()),
                        LinkedHashMap::new,
                        Collectors.mapping(TermCells::line, Collectors.joining("\n"))));
    }

    static Stream<ServiceItemType> items() {
        return Stream.of(ServiceItemType.values());
    }

    private static int firstColon(String line) {
        return Stream.of(line.indexOf(':'), line.indexOf('：'))
                .filter(at -> at >= 0)
                .min(Integer::compare)
                .orElse(line.length());
    }

    private static String line(ServiceTerm term) {
        var said = (term.frequency() == null ? OPEN : term.frequency()) + "次/"
                + (term.period() == null ? OPEN : term.period() == Period.YEAR ? "年" : "保险期");
        return term.content() == null
                ? said
                : said + "："
                        + term.content()
                                .replace("\\", "\\\\")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r");
    }

    private static String content(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var content = new StringBuilder();
        for (int at = 0; at < given.length(); at++) {
            var one = given.charAt(at);
            if (one == '\\' && at + 1 < given.length()) {
                at++;
                content.append(given.charAt(at) == 'n' ? '\n' : given.charAt(at) == 'r' ? '\r' : given.charAt(at));
            } else {
                content.append(one);
            }
        }
        return content.toString();
    }

    private static Integer frequency(String given) {
        return given == null || given.equals(OPEN) ? null : Integer.valueOf(given);
    }

    private static Period period(String frequency, String given) {
        if (given == null) {
            return frequency == null || frequency.equals(OPEN) ? null : Period.YEAR;
        }
        return given.equals(OPEN) ? null : given.equals("年") ? Period.YEAR : Period.TERM;
    }
}
