package io.fangwei.kernel.caller;

import java.util.Collection;
import java.util.List;

/** Codes of GB/T 2260 and what lies in them: 510000 stands for the province 51, 510100 for the city 5101, 510104 for itself. */
public final class Areas {

    private Areas() {}

    /** The beginning that the codes of everything in an area share. */
    public static String stem(String area) {
        return area.endsWith("0000") ? area.substring(0, 2) : area.endsWith("00") ? area.substring(0, 4) : area;
    }

    /** The stems of these areas, in order, without those that lie in another of them. */
    public static List<String> stems(Collection<String> areas) {
        return outermost(areas.stream().map(Areas::stem).toList());
    }

    /** These stems, in order, without those that lie in another of them. */
    public static List<String> outermost(Collection<String> stems) {
        return stems.stream()
                .distinct()
                .filter(one -> stems.stream().noneMatch(other -> !other.equals(one) && one.startsWith(other)))
                .sorted()
                .toList();
    }
}
