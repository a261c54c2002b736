package io.fangwei.launcher.issuer;

import static java.util.stream.Collectors.joining;

import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which people of a demonstration log in. */
@RestController
class LoginPage {

    static final String PATH = "/login";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>登录 · Log in</title>
            <style>
            body{font:16px/1.5 system-ui,sans-serif;color:#222;max-width:24rem;margin:4rem auto;padding:0 1rem}
            label{display:block;margin:1rem 0}input{box-sizing:border-box;width:100%%;padding:.5rem;font:inherit}
            button{width:100%%;padding:.6rem;font:inherit;color:#fff;background:#14713a;border:0}
            .wrong{color:#b3261e}.hint{color:#666;font-size:.85rem}
            </style></head>
            <body><h1>防微 · Fangwei</h1>%s
            <form method="post" action="%s">
            <label>账号 · User <input name="username" list="users" autofocus autocomplete="username"></label>
            <label>密码 · Password <input name="password" type="password" autocomplete="current-password"></label>
            <datalist id="users">%s</datalist>
            <input type="hidden" name="%s" value="%s"><button>登录 · Log in</button>
            </form><p class="hint">演示环境，所有账号的密码均为 demo · Demonstration: every password is demo</p></body></html>
            """;

    private final DemoUsers users;

    LoginPage(DemoUsers users) {
        this.users = users;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String show(CsrfToken csrf, @RequestParam(required = false) String error) {
        var wrong = error == null ? "" : "<p class=\"wrong\">账号或密码错误 · Wrong user or password</p>";
        var logins = users.all().stream()
                .map(user -> "<option value=\"%s\">%s</option>"
                        .formatted(HtmlUtils.htmlEscape(user.username()), HtmlUtils.htmlEscape(user.name())))
                .collect(joining());
        return PAGE.formatted(wrong, PATH, logins, csrf.getParameterName(), HtmlUtils.htmlEscape(csrf.getToken()));
    }
}
