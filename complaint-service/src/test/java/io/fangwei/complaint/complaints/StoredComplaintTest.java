package io.fangwei.complaint.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import io.fangwei.complaint.OverHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.UuidCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.convert.MongoConverter;

class StoredComplaintTest extends OverHttp {

    @Autowired
    MongoConverter converter;

    @Test
    void the_stored_form_is_pinned() throws IOException {
        assertThat(json(mostOfAll())).isEqualToIgnoringWhitespace(pinned());
    }

    @Test
    void what_is_there_for_a_while_has_its_names_too() {
        assertThat(written(ComplaintFixture.drafted())).containsKey("draft");
        assertThat(written(ComplaintFixture.replied())).containsKey("answerBy").doesNotContainKey("draft");
        assertThat(written(ComplaintFixture.dissatisfied()))
                .containsKey("escalateBy")
                .doesNotContainKey("answerBy");
    }

    @Test
    void what_was_stored_is_read_back_whole() {
        for (var status : ComplaintStatus.values()) {
            var complaint = ComplaintFixture.in(status);

            var read = converter.read(Complaint.class, written(complaint));

            assertThat(read).usingRecursiveComparison().isEqualTo(complaint);
        }
    }

    /** A complaint in which every field is filled that can be at the same time. */
    private static Complaint mostOfAll() {
        var complaint = ComplaintFixture.extended();
        complaint.draftReply(
                ComplaintFixture.REPLY,
                ComplaintFixture.THREE_PARTS,
                ComplaintFixture.OFFICER_SUBJECT,
                ComplaintFixture.REPLY_DUE);
        complaint.approveReply(
                null, ComplaintFixture.MANAGER_SUBJECT, ComplaintFixture.REPLY_DUE, ComplaintFixture.WINDOWS);
        complaint.reject("没有说明原因", ComplaintFixture.DISSATISFIED, ComplaintFixture.WINDOWS);
        complaint.escalate(
                new ComplaintCommand.Escalate(EscalationTarget.EMERGENCY_AUTHORITY, true),
                true,
                ComplaintFixture.DISSATISFIED);
        complaint.recordOutcome("属实，责令整改", Set.of("EA"), ComplaintFixture.CHECKING_DUE);
        return complaint;
    }

    private Document written(Complaint complaint) {
        var document = new Document();
        converter.write(complaint, document);
        document.remove("_class");
        return document;
    }

    private String json(Complaint complaint) {
        var codecs = CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new UuidCodec(UuidRepresentation.STANDARD)),
                MongoClientSettings.getDefaultCodecRegistry());
        return written(complaint)
                .toJson(
                        JsonWriterSettings.builder()
                                .outputMode(JsonMode.RELAXED)
                                .indent(true)
                                .build(),
                        new DocumentCodec(codecs));
    }

    private static String pinned() throws IOException {
        try (var in = StoredComplaintTest.class.getResourceAsStream("/stored/complaint.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
