package io.fangwei.kernel.problems;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a broken rule says to people, in Chinese or English. */
public final class Texts {

    /** The language of whoever asks for none that we have. */
    public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

    public static final List<Locale> SUPPORTED = List.of(DEFAULT, Locale.CHINESE, Locale.ENGLISH);

    private final MessageSource messages;

    /** @param name of the service; its texts stand in {@code <name>-problems.properties} and {@code …_en.properties} */
    public Texts(String name) {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames("kernel-problems", name + "-problems");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
        messages = bundles;
    }

    /** The text for a broken rule; throws if there is none. */
    public String of(Rule rule, Locale locale, Object... arguments) {
        return messages.getMessage(rule.code(), arguments, locale);
    }
}
