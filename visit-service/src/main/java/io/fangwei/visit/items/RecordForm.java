package io.fangwei.visit.items;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields that the record of one item must fill, some of them only where another field has a certain value
 * (requirements section 4.3).
 */
public record RecordForm(ServiceItem item, List<Field> required, List<Condition> conditions) {

    /** A field by its name, with the words that people know it by. */
    public record Field(String name, String titleZh, String title) {}

    /** Fields that are required where {@code field} has the value {@code is}. */
    public record Condition(String field, String is, List<Field> required) {

        public Condition {
            required = List.copyOf(required);
        }

        boolean appliesTo(Map<String, String> filled) {
            return is.equals(filled.get(field));
        }
    }

    public RecordForm {
        required = List.copyOf(required);
        conditions = List.copyOf(conditions);
    }

    /** The names of the required fields that are not filled. */
    public List<String> missingIn(Map<String, String> filled) {
        return Stream.concat(
                        required.stream(),
                        conditions.stream()
                                .filter(condition -> condition.appliesTo(filled))
                                .flatMap(condition -> condition.required().stream()))
                .map(Field::name)
                .filter(name -> filled.getOrDefault(name, "").isBlank())
                .toList();
    }
}
