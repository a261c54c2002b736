package io.fangwei.policy.calendars.mongo;

import io.fangwei.kernel.caller.Role;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.store.AggregateKind;
import io.fangwei.kernel.store.AggregateStore;
import io.fangwei.kernel.store.AggregateStores;
import io.fangwei.policy.calendars.CalendarEvent;
import io.fangwei.policy.calendars.HolidayYear;
import io.fangwei.policy.calendars.HolidayYears;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoHolidayYears implements HolidayYears {

    private final AggregateStore<HolidayYear> store;

    MongoHolidayYears(AggregateStores stores) {
        var everybody = Scope.nobody().all(Role.values());
        store = stores.open(new AggregateKind<>("calendar-year", "calendarYears", HolidayYear.class, everybody));
    }

    @Override
    public HolidayYear open(UUID yearId, int year, Function<HolidayYear, List<CalendarEvent>> action) {
        if (store.find(yearId).isEmpty()) {
            try {
                var fresh = HolidayYear.of(yearId, year);
                return store.create(yearId, fresh, action.apply(fresh));
            } catch (Failure overtaken) {
                if (overtaken.rule() != KernelRule.ALREADY_EXISTS) {
                    throw overtaken;
                }
            }
        }
        return change(yearId, action);
    }

    @Override
    public HolidayYear change(UUID yearId, Function<HolidayYear, List<CalendarEvent>> action) {
        return store.change(yearId, action);
    }

    @Override
    public HolidayYear get(UUID yearId) {
        return store.get(yearId);
    }

    @Override
    public Page<HolidayYear> page(Pages page) {
        return store.page(new Criteria(), page);
    }
}
