package io.fangwei.kernel.tally;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service that counts. */
@SpringBootApplication(
        scanBasePackages = {
            "io.fangwei.kernel.tally",
            "io.fangwei.kernel.web",
            "io.fangwei.kernel.problems",
            "io.fangwei.kernel.listening"
        })
@ConfigurationPropertiesScan("io.fangwei.kernel")
public class TallyService {}
