package io.fangwei.policy.insurers;

import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.insurers.InsurerCommand.RegisterInsurer;
import io.fangwei.policy.insurers.InsurerCommand.SetAccrualRate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where insurers are registered and say which share of the premium they set aside. */
@Service
public class InsurerDesk {

    private final Insurers insurers;
    private final AccrualRulebook rulebook;
    private final Clock clock;

    public InsurerDesk(Insurers insurers, AccrualRulebook rulebook, Clock clock) {
        this.insurers = insurers;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    public Insurer register(RegisterInsurer command) {
        var id = Ids.of("insurer", command.licenceNo());
        var insurer = Insurer.licensed(id, command.licenceNo(), command.name(), command.areas());
        return insurers.add(insurer, insurer.register());
    }

    /** An insurer sets its own share only, whatever else the caller may see. */
    public Insurer setAccrualRate(UUID insurerId, SetAccrualRate command) {
        if (!insurerId.equals(CurrentCaller.get().insurerId())) {
            throw new NotFound("insurer", insurerId);
        }
        var rate = new AccrualRate(command.year(), command.industry(), command.rate());
        var cap = rulebook.on(LocalDate.now(clock)).rules().cap();
        return insurers.change(insurerId, insurer -> insurer.setAccrualRate(rate, cap));
    }

    public Insurer get(UUID insurerId) {
        return insurers.get(insurerId);
    }

    public Page<Insurer> page(@Nullable String words, Pages page) {
        return insurers.page(words, page);
    }
}
