package io.fangwei.policy.budget;

import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.policy.Own;
import io.fangwei.policy.budget.BudgetCommand.RegisterPayee;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where an insurer keeps whom it pays. */
@Service
public class PayeeDesk {

    private final Payees payees;

    public PayeeDesk(Payees payees) {
        this.payees = payees;
    }

    /** Two payees may have one name; the id does not derive from it, so that nobody can find a name by its id. */
    public Payee register(RegisterPayee command) {
        var payee = Payee.named(CurrentCommand.derivedId("payee"), Own.insurer(), plain(command.name()));
        return payees.add(payee, payee.register());
    }

    /** The payee of that name, registered now if there is none. */
    public Payee known(String name) {
        return payees.named(Own.insurer(), plain(name)).orElseGet(() -> register(new RegisterPayee(name)));
    }

    public Payee get(UUID payeeId) {
        return payees.get(payeeId);
    }

    public Page<Payee> page(@Nullable String words, Pages page) {
        return payees.page(words, page);
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }
}
