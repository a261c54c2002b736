package io.fangwei.launcher;

import io.fangwei.launcher.clock.DemoClock;
import io.fangwei.launcher.issuer.DemoUsers;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells people where everything is and who they may be. */
final class Welcome {

    private final Settings settings;
    private final Console console;

    Welcome(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    void print(@Nullable DemoClock clock) {
        console.line("");
        console.line("  防微平台 · Fangwei    " + settings.url(Port.GATEWAY));
        console.line("  运行状态 · health     " + settings.url(Port.GATEWAY) + "/health");
        console.line("  身份认证 · issuer     " + settings.issuer());
        console.line("  数据目录 · data       " + settings.data().toAbsolutePath().normalize());
        if (clock != null) {
            console.line("  演示时钟 · demo clock " + time(clock) + (clock.isHeld() ? "（静止 · stands still）" : "") + "  "
                    + settings.desk().map(settings::url).orElseThrow() + "/demo/clock");
        }
        if (settings.embedsIssuer()) {
            printLogins();
        }
        console.line("");
    }

    private void printLogins() {
        console.line("");
        console.line(
                "  演示账号，密码均为 %s · demo logins, every password is %s".formatted(DemoUsers.PASSWORD, DemoUsers.PASSWORD));
        var users = DemoUsers.load().all();
        var shown = new HashSet<List<String>>();
        users.stream()
                .filter(user -> shown.add(user.roles()))
                .forEach(user -> console.line(
                        "    %-14s %-3s %s".formatted(user.username(), String.join(",", user.roles()), user.name())));
        console.line("    其余 %d 个账号 · %d more: curl -s %s/demo/users"
                .formatted(users.size() - shown.size(), users.size() - shown.size(), settings.url(Port.ISSUER)));
        console.line("");
        console.line("  访问令牌 · a token: curl -s -d user=im.huaxi -d password=%s %s/demo/token"
                .formatted(DemoUsers.PASSWORD, settings.url(Port.ISSUER)));
    }

    private static String time(DemoClock clock) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .format(clock.instant().atZone(DemoClock.ZONE));
    }
}
