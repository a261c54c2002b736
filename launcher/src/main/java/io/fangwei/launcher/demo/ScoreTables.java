package io.fangwei.launcher.demo;

import io.fangwei.launcher.demo.Cast.Insurer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The scores of the demo year as people read them. */
final class ScoreTables {

    private static final String INSURERS = "/api/evaluation/v1/insurers/";

    private final PlatformClient platform;
    private final Cast cast;

    ScoreTables(PlatformClient platform, Cast cast) {
        this.platform = platform;
        this.cast = cast;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("2025 年度服务质量评估（附录 E） · the three scores of App. E");
        cast.insurers().forEach(insurer -> lines.addAll(lines(insurer)));
        return lines;
    }

    private List<String> lines(Insurer insurer) {
        var score = score(insurer);
        var evidence = evidence(insurer);
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("  %s  %s / %s 分   %s of %s evaluated · 已评 %s/%s 项"
                .formatted(
                        insurer.shortName(),
                        score.path("total").asString(),
                        score.path("evaluatedMax").asString(),
                        score.path("evaluated").asString(),
                        score.path("of").asString(),
                        score.path("evaluated").asString(),
                        score.path("of").asString()));
        lines.add("    指标    cases  deducted  score / max  evidence");
        each(score.path("groups"))
                .flatMap(group -> each(group.path("indicators")))
                .filter(one -> one.path("evaluated").asBoolean())
                .forEach(one -> lines.add(line(one, evidence)));
        return lines;
    }

    private static String line(JsonNode indicator, Map<String, Integer> evidence) {
        var rules = each(indicator.path("rules")).toList();
        var cases = rules.stream().mapToInt(rule -> rule.path("cases").asInt()).sum();
        var deducted = decimal(indicator, "max").subtract(decimal(indicator, "score"));
        return "    %-6s %6d %9s %7s / %-5s %6d   %s"
                .formatted(
                        indicator.path("code").asString(),
                        cases,
                        deducted.toPlainString(),
                        indicator.path("score").asString(),
                        indicator.path("max").asString(),
                        evidence.getOrDefault(indicator.path("code").asString(), 0),
                        indicator.path("nameZh").asString());
    }

    static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asString());
    }

    JsonNode score(Insurer insurer) {
        return platform.read(insurer.manager(), INSURERS + insurer.id() + "/years/2025/score");
    }

    /** All findings of the insurer and year, page by page. */
    List<JsonNode> findings(Insurer insurer) {
        var findings = new ArrayList<JsonNode>();
        var path = INSURERS + insurer.id() + "/years/2025/findings?limit=200";
        var page = platform.read(insurer.manager(), path);
        each(page.path("items")).forEach(findings::add);
        while (!page.path("next").isNull() && !page.path("next").isMissingNode()) {
            page = platform.read(
                    insurer.manager(), path + "&after=" + page.path("next").asString());
            each(page.path("items")).forEach(findings::add);
        }
        return findings;
    }

    /** How many findings with their event there are of each indicator, those still to be confirmed included. */
    private Map<String, Integer> evidence(Insurer insurer) {
        var evidence = new HashMap<String, Integer>();
        findings(insurer).stream()
                .filter(finding -> !finding.path("status").asString().equals("WITHDRAWN"))
                .filter(finding -> finding.path("evidence").path("eventId").isString())
                .forEach(finding -> evidence.merge(finding.path("indicator").asString(), 1, Integer::sum));
        return evidence;
    }

    static Stream<JsonNode> each(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
