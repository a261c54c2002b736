package io.fangwei.kernel.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.fangwei.kernel.calendar.CalendarFile;
import io.fangwei.kernel.deadlines.Deadlines;
import io.fangwei.kernel.deadlines.RulePacks;
import io.fangwei.kernel.testing.TestClock;
import io.fangwei.kernel.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdoptingAYearTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 8);

    private final List<String> wholeReads = new CopyOnWriteArrayList<>();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestDatabase.freshUri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent command) {
                    if (command.getCommandName().equals("find")
                            && !command.getCommand().containsKey("projection")) {
                        wholeReads.add(command.getCommand().getString("find").getValue());
                    }
                }
            })
            .build());
    private final MongoDatabase database = client.getDatabase("adoption");
    private final Deadlines deadlines = new Deadlines(RulePacks.read(RulePacks.CHENGDU), CalendarFile.read());
    private final Adoption adoption = new Adoption(deadlines, database::getCollection, TestClock.on("2027-01-04"));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_published_year_is_read_once_and_again_only_when_there_is_another_revision() {
        publish(1, DAY.toString());

        adoption.run();
        assertThat(deadlines.calendar().isWorkingDay(DAY)).isFalse();
        assertThat(wholeReads).contains(PublishedDays.YEARS);

        wholeReads.clear();
        adoption.run();
        adoption.run();
        assertThat(wholeReads).isEmpty();

        publish(2, DAY.plusDays(1).toString());
        adoption.run();
        assertThat(deadlines.calendar().isWorkingDay(DAY)).isTrue();
        assertThat(deadlines.calendar().version()).endsWith("+2027.2");
    }

    @Test
    void a_year_that_is_not_yet_counted_through_is_looked_at_again() {
        publish(1, DAY.toString());
        adoption.run();

        database.getCollection(PublishedDays.YEARS)
                .updateOne(new Document(), recounted(false).append("$inc", new Document("revision", 1)));
        adoption.run();

        assertThat(database.getCollection(PublishedDays.YEARS).find().first())
                .containsEntry("recounted", true)
                .containsEntry("revision", 2);
    }

    private void publish(int revision, String off) {
        var days = new Document("weekdayOff", List.of(off))
                .append("weekendWork", List.of())
                .append("periods", List.of());
        database.getCollection(PublishedDays.YEARS).deleteMany(new Document());
        database.getCollection(PublishedDays.YEARS)
                .insertOne(new Document("_id", "2027")
                        .append("year", 2027)
                        .append("revision", revision)
                        .append("days", days)
                        .append("recounted", false));
    }

    private static Document recounted(boolean value) {
        return new Document("$set", new Document("recounted", value));
    }
}
