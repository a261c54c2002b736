package io.fangwei.kernel.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts the whole service on a real database of its own, with real tokens and a {@link TestClock} that stands at
 * 2025-03-03. Relay and listener rest, unless the property {@code fangwei.test.kafka=true} brings the broker. The property
 * {@code spring.config.name=<service>} must be given.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestInfrastructure.class)
public @interface ServiceTest {

    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] value();
}
