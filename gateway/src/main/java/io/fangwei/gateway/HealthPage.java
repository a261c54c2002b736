package io.fangwei.gateway;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The health of all services on one page, for machines and for people. */
@RestController
class HealthPage {

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("title", "防微平台运行状态"),
            Map.entry("UP", "正常"),
            Map.entry("DOWN", "故障"),
            Map.entry("UNREACHABLE", "无法访问"),
            Map.entry("policy-service", "保单与预防费用"),
            Map.entry("team-service", "机构、人员与服务小组"),
            Map.entry("visit-service", "预防服务与隐患"),
            Map.entry("complaint-service", "投诉处理"),
            Map.entry("evaluation-service", "服务评估"));
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("title", "Health of the Fangwei platform"),
            Map.entry("UP", "up"),
            Map.entry("DOWN", "down"),
            Map.entry("UNREACHABLE", "unreachable"),
            Map.entry("policy-service", "policies and prevention budget"),
            Map.entry("team-service", "institutions, professionals, teams"),
            Map.entry("visit-service", "prevention services and hazards"),
            Map.entry("complaint-service", "complaints"),
            Map.entry("evaluation-service", "evaluation"));

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            body{font:16px/1.5 system-ui,sans-serif;color:#222;max-width:44rem;margin:3rem auto;padding:0 1rem}
            h1{font-size:1.4rem}table{border-collapse:collapse;width:100%%}
            td{padding:.6rem .5rem;border-top:1px solid #ddd}td:last-child{text-align:right;font-weight:600}
            .UP{color:#14713a}.DOWN,.UNREACHABLE{color:#b3261e}
            </style></head>
            <body><h1>%s <span class="%s">· %s</span></h1><table>
            %s
            </table></body></html>
            """;

    private final HealthCheck check;

    HealthPage(HealthCheck check) {
        this.check = check;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Health> forMachines() {
        var health = check.now();
        return answer(health, health);
    }

    @GetMapping(path = "/health", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> forPeople(HttpServletRequest request) {
        var health = check.now();
        return answer(health, page(health, Language.of(request)));
    }

    private static <T> ResponseEntity<T> answer(Health health, T body) {
        var status = health.status() == Health.Status.UP ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private static String page(Health health, Locale language) {
        var words = language.equals(Locale.ENGLISH) ? ENGLISH : CHINESE;
        var rows = health.services().stream()
                .map(service -> "<tr><td>%s</td><td>%s</td><td class=\"%s\">%s</td></tr>"
                        .formatted(
                                service.name(),
                                words.getOrDefault(service.name(), ""),
                                service.status(),
                                words.get(service.status().name())))
                .collect(joining("\n"));
        var title = words.get("title");
        var status = health.status();
        return PAGE.formatted(language.toLanguageTag(), title, title, status, words.get(status.name()), rows);
    }
}
