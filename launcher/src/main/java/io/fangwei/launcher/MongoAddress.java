package io.fangwei.launcher;

import java.util.regex.Pattern;

/** The address of a MongoDB, in which every service has a database of its own. */
record MongoAddress(String uri) {

    private static final Pattern PATH = Pattern.compile("//[^/]+/");
    private static final Pattern PARTS =
            Pattern.compile("(?<servers>mongodb(?:\\+srv)?://[^/?]+)(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");

    /** The address under which a database that is away is known to be so within 2 s (D13). */
    MongoAddress patientForTwoSeconds() {
        return with("serverSelectionTimeoutMS", "1800").with("connectTimeoutMS", "1500");
    }

    private MongoAddress with(String option, String value) {
        if (uri.contains(option + "=")) {
            return this;
        }
        var separator = uri.contains("?") ? "&" : PATH.matcher(uri).find() ? "?" : "/?";
        return new MongoAddress(uri + separator + option + "=" + value);
    }

    /** The address with another database; users stay where they were looked for. */
    String of(String database) {
        var parts = PARTS.matcher(uri);
        if (!parts.matches()) {
            throw new StartRefused("FANGWEI_MONGODB_URI does not look like mongodb://host:port/?options.");
        }
        var options = parts.group("options") == null ? "" : parts.group("options");
        var given = parts.group("database");
        if (given != null && !given.isEmpty() && !options.contains("authSource=") && uri.contains("@")) {
            options = "authSource=" + given + (options.isEmpty() ? "" : "&" + options);
        }
        return parts.group("servers") + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }
}
