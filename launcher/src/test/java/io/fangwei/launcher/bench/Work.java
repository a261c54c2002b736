package io.fangwei.launcher.bench;

import java.io.IOException;

/** What one driver does again and again. */
interface Work {

    /** Does the next thing and says what it was; whatever it throws counts as an error. */
    String next() throws IOException;
}
