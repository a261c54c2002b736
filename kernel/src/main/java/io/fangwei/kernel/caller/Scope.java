package io.fangwei.kernel.caller;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which documents each role may see, said once: it narrows every query and decides on every single document (D9).
 * A role that is not named sees nothing; several roles see what any of them sees.
 */
public final class Scope {

    /** Where documents hold the areas that they lie in. */
    public static final String AREAS = "within";

    /** Which documents a caller may see, however that is found out. */
    public interface Window {

        /** Empty if the caller lacks the identity that it would need. */
        List<Criteria> criteria(Caller caller);

        boolean shows(Map<String, ?> document, Caller caller);
    }

    private record Line(
            Set<Role> roles, Window window, @Nullable String areaPath) {

        boolean isFor(Caller caller) {
            return roles.stream().anyMatch(caller::has);
        }
    }

    private final List<Line> lines;

    private Scope(List<Line> lines) {
        this.lines = lines;
    }

    public static Scope nobody() {
        return new Scope(List.of());
    }

    /** These roles see every document. */
    public Scope all(Role... roles) {
        return with(
                new Window() {
                    @Override
                    public List<Criteria> criteria(Caller caller) {
                        return List.of(new Criteria());
                    }

                    @Override
                    public boolean shows(Map<String, ?> document, Caller caller) {
                        return true;
                    }
                },
                roles);
    }

    /** These roles see the documents that hold their own identity at the path, alone or in an array. */
    public Scope own(String path, Function<Caller, ?> identity, Role... roles) {
        return with(
                new Window() {
                    @Override
                    public List<Criteria> criteria(Caller caller) {
                        var own = identity.apply(caller);
                        return own == null
                                ? List.of()
                                : List.of(Criteria.where(path).is(own));
                    }

                    @Override
                    public boolean shows(Map<String, ?> document, Caller caller) {
                        var own = identity.apply(caller);
                        return own != null && values(document, path).anyMatch(own::equals);
                    }
                },
                roles);
    }

    /** These roles see the documents whose area code lies in one of their areas. */
    public Scope area(String path, Role... roles) {
        return with(
                new Window() {
                    @Override
                    public List<Criteria> criteria(Caller caller) {
                        var stems = caller.areas().stream().map(Areas::stem).toList();
                        return switch (stems.size()) {
                            case 0 -> List.of();
                            case 1 -> List.of(Criteria.where(areaField(path)).is(stems.get(0)));
                            default -> List.of(Criteria.where(areaField(path)).in(stems));
                        };
                    }

                    @Override
                    public boolean shows(Map<String, ?> document, Caller caller) {
                        return values(document, path)
                                .map(String::valueOf)
                                .anyMatch(code ->
                                        caller.areas().stream().anyMatch(area -> code.startsWith(Areas.stem(area))));
                    }
                },
                path,
                roles);
    }

    /** These roles see what the window shows them. */
    public Scope through(Window window, Role... roles) {
        return with(window, null, roles);
    }

    /** The areas that hold each document, from its own to the province, where a query finds them by equality. */
    public Map<String, List<String>> areasOf(Map<String, ?> document) {
        var areas = new TreeMap<String, List<String>>();
        areaPaths()
                .forEach(path -> areas.put(
                        key(path),
                        values(document, path)
                                .map(String::valueOf)
                                .flatMap(Scope::stems)
                                .distinct()
                                .toList()));
        return areas;
    }

    /** Where the documents hold those areas. */
    public List<String> areaFields() {
        return areaPaths().map(Scope::areaField).toList();
    }

    /** What narrows a query to what the caller may see. */
    public Criteria of(Caller caller) {
        if (caller.isSystem()) {
            return new Criteria();
        }
        var shown = lines.stream()
                .filter(line -> line.isFor(caller))
                .flatMap(line -> line.window().criteria(caller).stream())
                .toList();
        if (shown.isEmpty()) {
            return Criteria.where("_id").is("nobody sees anything");
        }
        return shown.size() == 1 ? shown.get(0) : new Criteria().orOperator(shown);
    }

    public boolean shows(Map<String, ?> document, Caller caller) {
        return caller.isSystem()
                || lines.stream()
                        .anyMatch(line -> line.isFor(caller) && line.window().shows(document, caller));
    }

    private Scope with(Window window, Role... roles) {
        return with(window, null, roles);
    }

    private Scope with(Window window, @Nullable String areaPath, Role... roles) {
        var longer = new ArrayList<>(lines);
        longer.add(new Line(Set.of(roles), window, areaPath));
        return new Scope(List.copyOf(longer));
    }

    private Stream<String> areaPaths() {
        return lines.stream().map(Line::areaPath).filter(Objects::nonNull).distinct();
    }

    private static String areaField(String path) {
        return AREAS + "." + key(path);
    }

    private static String key(String path) {
        return path.replace('.', '_');
    }

    /** What {@link Areas#stem} may make of an area that holds the code: of a province, a city, a county, a township. */
    private static Stream<String> stems(String code) {
        return Stream.concat(Stream.of(2, 4, 6, 9).filter(length -> length < code.length()), Stream.of(code.length()))
                .map(length -> code.substring(0, length));
    }

    private static Stream<?> values(@Nullable Object at, String path) {
        if (at instanceof Collection<?> many) {
            return many.stream().flatMap(one -> values(one, path));
        }
        if (path.isEmpty()) {
            return Stream.ofNullable(at);
        }
        var dot = path.indexOf('.');
        var head = dot < 0 ? path : path.substring(0, dot);
        var rest = dot < 0 ? "" : path.substring(dot + 1);
        return at instanceof Map<?, ?> document
                ? values(Objects.requireNonNullElse(document.get(head), List.of()), rest)
                : Stream.empty();
    }
}
