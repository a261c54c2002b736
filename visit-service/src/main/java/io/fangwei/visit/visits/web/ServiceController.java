package io.fangwei.visit.visits.web;

import static io.fangwei.kernel.caller.Role.ID;
import static io.fangwei.kernel.caller.Role.IM;
import static io.fangwei.kernel.caller.Role.IS;
import static io.fangwei.kernel.caller.Role.SI;
import static io.fangwei.kernel.caller.Role.SP;

import io.fangwei.kernel.caller.Allowed;
import io.fangwei.visit.visits.CallbackDesk;
import io.fangwei.visit.visits.OnSiteDesk;
import io.fangwei.visit.visits.RecordDesk;
import io.fangwei.visit.visits.VisitCommand.Archive;
import io.fangwei.visit.visits.VisitCommand.CheckIn;
import io.fangwei.visit.visits.VisitCommand.CheckOut;
import io.fangwei.visit.visits.VisitCommand.CompleteCallback;
import io.fangwei.visit.visits.VisitCommand.DecideOnRecord;
import io.fangwei.visit.visits.VisitCommand.DeliverFeedback;
import io.fangwei.visit.visits.VisitCommand.SubmitRecord;
import io.fangwei.visit.visits.VisitCommand.TryCallback;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a visit from the site to the archive. */
@RestController
@RequestMapping("/api/visit/v1/visits/{id}")
class ServiceController {

    private final OnSiteDesk site;
    private final RecordDesk records;
    private final CallbackDesk callbacks;
    private final VisitViews views;

    ServiceController(OnSiteDesk site, RecordDesk records, CallbackDesk callbacks, VisitViews views) {
        this.site = site;
        this.records = records;
        this.callbacks = callbacks;
        this.views = views;
    }

    @PostMapping("/check-ins")
    @Allowed({SP, IS})
    VisitView checkIn(@PathVariable UUID id, @RequestBody @Valid CheckIn command) {
        return views.of(site.checkIn(id, command));
    }

    @PostMapping("/check-outs")
    @Allowed({SP, IS})
    VisitView checkOut(@PathVariable UUID id, @RequestBody @Valid CheckOut command) {
        return views.of(site.checkOut(id, command));
    }

    @PostMapping("/records")
    @Allowed({SP, SI})
    VisitView submit(@PathVariable UUID id, @RequestBody @Valid SubmitRecord command) {
        return views.of(records.submit(id, command, Actors.current()));
    }

    @PostMapping("/reviews")
    @Allowed(IM)
    VisitView review(@PathVariable UUID id, @RequestBody @Valid DecideOnRecord command) {
        return views.of(records.review(id, command, Actors.current()));
    }

    @PostMapping("/feedbacks")
    @Allowed({IM, IS})
    VisitView deliver(@PathVariable UUID id, @RequestBody @Valid DeliverFeedback command) {
        return views.of(records.deliver(id, command));
    }

    @PostMapping("/acknowledgements")
    @Allowed(ID)
    VisitView acknowledge(@PathVariable UUID id) {
        return views.of(records.acknowledge(id));
    }

    @PostMapping("/callback-attempts")
    @Allowed(IS)
    VisitView tryCallback(@PathVariable UUID id, @RequestBody @Valid TryCallback command) {
        return views.of(callbacks.tryCallback(id, command, Actors.current()));
    }

    @PostMapping("/callbacks")
    @Allowed({IS, ID})
    VisitView callBack(@PathVariable UUID id, @RequestBody @Valid CompleteCallback command) {
        return views.of(callbacks.callBack(id, command, Actors.current()));
    }

    @PostMapping("/archives")
    @Allowed(IS)
    VisitView archive(@PathVariable UUID id, @RequestBody @Valid Archive command) {
        return views.of(callbacks.archive(id, command));
    }
}
