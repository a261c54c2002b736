package io.fangwei.policy.imports.run;

import io.fangwei.kernel.files.FileStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** What imports need besides. */
@Configuration
class ImportConfiguration {

    @Bean
    FileStore importFiles(MongoOperations mongo) {
        return FileStore.of(mongo);
    }
}
