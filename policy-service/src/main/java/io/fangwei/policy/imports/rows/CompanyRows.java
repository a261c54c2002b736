package io.fangwei.policy.imports.rows;

import io.fangwei.kernel.store.Ids;
import io.fangwei.policy.Own;
import io.fangwei.policy.companies.Companies;
import io.fangwei.policy.companies.CompanyCommand.RegisterCompany;
import io.fangwei.policy.companies.CompanyDesk;
import io.fangwei.policy.companies.CompanyFilter;
import io.fangwei.policy.companies.InsuredCompany;
import io.fangwei.policy.companies.Scale;
import io.fangwei.policy.companies.Uscc;
import io.fangwei.policy.imports.ImportKind;
import io.fangwei.policy.rules.PolicyRule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Each row is a company that the insurer insures. */
@Component
final class CompanyRows implements RowKind<RegisterCompany> {

    private static final Map<String, Scale> SCALES = scales();

    private final CompanyDesk desk;
    private final Companies companies;

    CompanyRows(CompanyDesk desk, Companies companies) {
        this.desk = desk;
        this.companies = companies;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.COMPANIES;
    }

    @Override
    public Optional<RegisterCompany> read(Cells cells) {
        var uscc = Codes.uscc(cells, "uscc");
        var name = cells.text("name");
        var industry = cells.code("industryCode");
        var scale = cells.choice("scale", SCALES);
        var area = cells.code("area");
        var address = cells.text("address");
        return cells.complete(() -> new RegisterCompany(uscc, name, industry, scale, area, address));
    }

    @Override
    public List<Object> key(RegisterCompany row) {
        return List.of(row.uscc());
    }

    @Override
    public UUID aggregate(RegisterCompany row) {
        return Ids.of("company", row.uscc());
    }

    @Override
    public Comparison<RegisterCompany> comparison() {
        return new Comparison<>() {

            private final Map<UUID, InsuredCompany> there = new HashMap<>();

            @Override
            public void lookUp(List<RegisterCompany> rows) {
                there.clear();
                there.putAll(companies.findAll(
                        rows.stream().map(CompanyRows.this::aggregate).toList()));
            }

            @Override
            public boolean isKnown(RegisterCompany row) {
                var company = there.get(aggregate(row));
                if (company == null || !company.isInsuredBy(Own.insurer())) {
                    return false;
                }
                PolicyRule.KNOWN_DIFFERENTLY.require(cells(company).equals(cells(row)), row.uscc());
                return true;
            }

            @Override
            public void tryOut(RegisterCompany row) {
                new Uscc(row.uscc());
            }
        };
    }

    @Override
    public void carryOut(RegisterCompany row, RowCommands commands) {
        commands.asStarter("register", () -> desk.register(row));
    }

    @Override
    public void export(Consumer<Map<String, String>> rows) {
        EveryPage.of(
                page -> companies.page(new CompanyFilter(null, null, null, null), page),
                company -> rows.accept(cells(company)));
    }

    private static Map<String, String> cells(InsuredCompany company) {
        var profile = company.getProfile();
        return cells(new RegisterCompany(
                company.getUscc(),
                profile.name(),
                profile.industryCode(),
                profile.scale(),
                company.getArea(),
                profile.address()));
    }

    private static Map<String, String> cells(RegisterCompany row) {
        return Map.of(
                "uscc", row.uscc(),
                "name", row.name(),
                "industryCode", row.industryCode(),
                "scale", Codes.nameOf(row.scale(), SCALES),
                "area", row.area(),
                "address", row.address());
    }

    private static Map<String, Scale> scales() {
        var names = new LinkedHashMap<String, Scale>();
        names.put("大型", Scale.LARGE);
        names.put("中型", Scale.MEDIUM);
        names.put("小型", Scale.SMALL);
        names.put("微型", Scale.MICRO);
        return names;
    }
}
