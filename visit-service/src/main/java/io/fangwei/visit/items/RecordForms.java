package io.fangwei.visit.items;

import java.util.EnumSet;
import java.util.List;

/** One version of the record forms, one for each item (D14). */
public record RecordForms(String version, List<RecordForm> forms) {

    public RecordForms {
        forms = List.copyOf(forms);
        var items = forms.stream().map(RecordForm::item).toList();
        if (items.size() != ServiceItem.values().length || !items.containsAll(EnumSet.allOf(ServiceItem.class))) {
            throw new IllegalArgumentException("Record forms " + version + " are not one for each item: " + items);
        }
    }

    public RecordForm of(ServiceItem item) {
        return forms.stream().filter(form -> form.item() == item).findFirst().orElseThrow();
    }
}
