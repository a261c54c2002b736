package io.fangwei.launcher.bench;

import java.io.IOException;
import java.util.List;

/** Leads one visit after the other from its appointment to the archive. */
final class Lifecycle implements Work {

    private record Command(String name, String user, String path, String body) {}

    static final String SCHEDULE = "schedule";

    private static final String RECORD = """
            {"summary": "排查发现一处隐患", "place": "二车间", "startedAt": "2025-03-10T01:00:00Z",
             "endedAt": "2025-03-10T09:00:00Z", "deliverables": ["排查报告.pdf"],
             "typeFields": {"checklist": "清单", "table8": "表8", "table9": "表9", "report": "报告", "sitePhotos": "照片"}}""";

    private static final List<Command> COMMANDS = List.of(
            new Command(SCHEDULE, World.STAFF, "", """
                    {"planId": "{plan}", "item": "HAZARD_SCREENING", "plannedOn": "2025-03-10", "place": "二车间",
                     "participantIds": [{people}]}"""),
            new Command("confirm", World.COMPANY, "/{visit}/confirmations", """
                    {"itemConfirmed": true, "measuresConfirmed": true, "timeConfirmed": true}"""),
            new Command("check in", World.PROFESSIONAL, "/{visit}/check-ins", "{\"presentIds\": [{people}]}"),
            new Command("register hazard", World.PROFESSIONAL, "/{visit}/hazards", """
                    {"description": "通道堵塞", "category": "消防安全", "cause": "UNSAFE_STATE", "place": "二车间",
                     "level": "GENERAL"}"""),
            new Command("check out", World.PROFESSIONAL, "/{visit}/check-outs", "{\"checklistComplete\": true}"),
            new Command("submit", World.PROFESSIONAL, "/{visit}/records", RECORD),
            new Command("return", World.MANAGER, "/{visit}/reviews", """
                    {"decision": "RETURNED", "reason": "缺少照片"}"""),
            new Command("resubmit", World.PROFESSIONAL, "/{visit}/records", RECORD),
            new Command("approve", World.MANAGER, "/{visit}/reviews", "{\"decision\": \"APPROVED\"}"),
            new Command("feedback", World.STAFF, "/{visit}/feedbacks", """
                    {"channel": "EMAIL", "receipt": "已读回执"}"""),
            new Command("callback", World.STAFF, "/{visit}/callbacks", """
                    {"channels": ["PHONE"], "survey": {"cases": {"D1-04-R1": 1}, "discretionary": {}},
                     "d2": {"problemList": true, "rectified": true}, "opinions": "希望多讲案例"}"""),
            new Command("archive", World.STAFF, "/{visit}/archives", "{}"));

    static final int LENGTH = COMMANDS.size();

    private final Api api;
    private final World world;
    private final World.Site site;
    private int step;
    private String visit = "";

    Lifecycle(Api api, World world, World.Site site) {
        this.api = api;
        this.world = world;
        this.site = site;
    }

    static List<String> names() {
        return COMMANDS.stream().map(Command::name).toList();
    }

    @Override
    public String next() throws IOException {
        var command = COMMANDS.get(step);
        var answer = api.post(
                world.token(command.user()), "/api/visit/v1/visits" + filled(command.path()), filled(command.body()));
        step = answer.status() / 100 == 2 ? (step + 1) % LENGTH : 0;
        answer.orThrow();
        if (command.name().equals(SCHEDULE)) {
            visit = answer.id();
        }
        return command.name();
    }

    /** Leads one visit to its archive and says which it was. */
    String once() throws IOException {
        do {
            next();
        } while (step != 0);
        return visit;
    }

    private String filled(String template) {
        return template.replace("{visit}", visit)
                .replace("{plan}", site.planId())
                .replace("{people}", World.quoted(site.professionalIds()));
    }
}
