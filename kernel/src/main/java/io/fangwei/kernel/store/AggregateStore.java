package io.fangwei.kernel.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.fangwei.kernel.caller.Caller;
import io.fangwei.kernel.caller.Command;
import io.fangwei.kernel.caller.CurrentCaller;
import io.fangwei.kernel.caller.CurrentCommand;
import io.fangwei.kernel.caller.Scope;
import io.fangwei.kernel.deadlines.Due;
import io.fangwei.kernel.deadlines.Recounted;
import io.fangwei.kernel.events.Aggregate;
import io.fangwei.kernel.events.Event;
import io.fangwei.kernel.events.Searchable;
import io.fangwei.kernel.paging.Page;
import io.fangwei.kernel.paging.Pages;
import io.fangwei.kernel.problems.Failure;
import io.fangwei.kernel.problems.KernelRule;
import io.fangwei.kernel.problems.NotFound;
import io.fangwei.kernel.problems.Refusal;
import io.fangwei.kernel.search.Bigrams;
import io.fangwei.kernel.search.Search;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;

/**
 * Keeps the aggregates of one kind in one collection, each as {@code {_id, version, events, head, state, outbox, created,
 * commands, pendingSince, nextDue, lastDue}}. A change, the entries it caused and the mark of its command are one write to one
 * document, so none exists without the others and no transaction spans documents (D1, D11).
 */
public final class AggregateStore<A extends Aggregate> {

    /** With more entries than this unsent, an aggregate takes no change. */
    public static final int MOST_UNSENT = 1_000;

    /** So many commands are recognised by their mark. */
    public static final int MARKS = 32;

    /** The latest due day of the clocks that a published year may move. */
    static final String LAST_DUE = "lastDue";

    private static final int A_BATCH = 500;

    private final StoreContext context;
    private final AggregateKind<A> kind;
    private final MongoCollection<Document> documents;
    private final Written written;
    private final Patience patience;

    AggregateStore(StoreContext context, AggregateKind<A> kind, Written written, Patience patience) {
        this.context = context;
        this.kind = kind;
        this.documents = context.collection(kind.collection());
        this.written = written;
        this.patience = patience;
    }

    public AggregateKind<A> kind() {
        return kind;
    }

    /** Keeps a new aggregate; the repeat of the command that made it gets it back as it stands now. */
    public A create(UUID id, A aggregate, List<? extends Event> events) {
        var command = CurrentCommand.get();
        try {
            documents.insertOne(fresh(id, write(aggregate), aggregate, events, command));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return repeated(id, command);
        }
        written.written(id.toString());
        LastVersion.seen(1);
        return aggregate;
    }

    /**
     * Keeps many new aggregates in one write, in which each stands or falls by itself. Each is made by a command of its own,
     * under the mark of the current one together with its id, and a repeat of it is told by that, whatever others it comes
     * with the next time (D11).
     *
     * @return why the creations were refused that were, by their ids
     */
    public Map<UUID, Failure> createAll(List<Creation<A>> creations) {
        if (creations.isEmpty()) {
            return Map.of();
        }
        var batch = creations.stream().map(this::drafted).toList();
        var taken = insert(batch);
        var refused = new HashMap<UUID, Failure>();
        if (!taken.isEmpty()) {
            var existing = new HashMap<String, Document>();
            documents
                    .find(in("_id", taken.stream().map(Draft::key).toList()))
                    .forEach(found -> existing.put(found.getString("_id"), found));
            for (var draft : taken) {
                try {
                    repeated(draft.id(), existing.get(draft.key()), draft.command());
                } catch (Failure failure) {
                    refused.put(draft.id(), failure);
                }
            }
        }
        return refused;
    }

    /**
     * Keeps a new aggregate that has to be decided on first. The repeat of the command that made it gets it back although
     * the world has moved on and a new one would be refused now (D11).
     */
    public A create(UUID id, Supplier<A> begin, Function<A, ? extends List<? extends Event>> events) {
        A aggregate;
        try {
            aggregate = begin.get();
        } catch (Refusal | NotFound | Failure refused) {
            var command = CurrentCommand.get();
            var existing = documents.find(eq("_id", id.toString())).first();
            if (existing != null
                    && command.mark()
                            .equals(existing.get("created", Document.class).getString("mark"))) {
                return repeated(id, command);
            }
            throw refused;
        }
        return create(id, aggregate, events.apply(aggregate));
    }

    /** The aggregate, if the caller may see it. */
    public A get(UUID id) {
        var document = visible(id, CurrentCaller.get());
        LastVersion.seen(document.getLong("version"));
        return read(document);
    }

    public Optional<A> find(UUID id) {
        return Optional.ofNullable(documents.find(eq("_id", id.toString())).first())
                .filter(found -> kind.scope().shows(found, CurrentCaller.get()))
                .map(this::read);
    }

    /**
     * Runs the action on the current state and keeps the result; runs it again if someone else was faster. An action
     * without events changes nothing. A command that was carried out before is not carried out again.
     */
    public A change(UUID id, Function<A, ? extends List<? extends Event>> action) {
        return changeOnce(id, cause -> false, action);
    }

    /**
     * Like {@link #change}, and recognises a repeat of the command however old: by its entries that wait in the aggregate
     * and then, in this order, by those that were handed on to the journal (D7).
     *
     * @param journalled whether the journal has an entry of this aggregate with this cause
     */
    public A changeOnce(UUID id, Predicate<String> journalled, Function<A, ? extends List<? extends Event>> action) {
        var command = CurrentCommand.get();
        if (command.expectedVersion().isPresent()) {
            return attempt(id, command, journalled, action)
                    .orElseThrow(() -> stale(id, command.expectedVersion().getAsLong()));
        }
        return patience.insist(() -> attempt(id, command, journalled, action))
                .orElseThrow(() -> new OptimisticLockingFailureException(kind.name() + " " + id));
    }

    /** The aggregates that the caller may see and that match, page by page in the order of their ids. */
    public Page<A> page(Criteria filter, Pages page) {
        return page.of(documents, filter, kind.scope().of(CurrentCaller.get()), this::read);
    }

    /** Those of them that hold the words in what they are found by. */
    public Page<A> page(Criteria filter, @Nullable String words, Pages page) {
        return words == null
                ? page(filter, page)
                : page.of(
                        documents,
                        Search.of(words),
                        Search.besides(
                                new Criteria().andOperator(filter, kind.scope().of(CurrentCaller.get()))),
                        this::read);
    }

    /** Those of the aggregates that there are and that the caller may see, in one query. */
    public Map<UUID, A> findAll(Collection<UUID> ids) {
        var caller = CurrentCaller.get();
        return stream(documents.find(in("_id", ids.stream().map(UUID::toString).toList())))
                .filter(found -> kind.scope().shows(found, caller))
                .collect(Collectors.toMap(found -> UUID.fromString(found.getString("_id")), this::read));
    }

    /** Up to {@code limit} aggregates whose next due day lies before {@code day}, the longest overdue first. */
    public List<UUID> overdueOn(java.time.LocalDate day, int limit) {
        return stream(documents
                        .find(com.mongodb.client.model.Filters.lt("nextDue", day.toString()))
                        .projection(new Document("_id", 1))
                        .sort(new Document("nextDue", 1))
                        .limit(limit))
                .map(found -> UUID.fromString(found.getString("_id")))
                .toList();
    }

    /** Gives out every aggregate that has had a clock due on the day or later, one after another. */
    public void withClocksDueFrom(java.time.LocalDate day, Consumer<UUID> each) {
        documents
                .find(com.mongodb.client.model.Filters.gte(LAST_DUE, day.toString()))
                .projection(new Document("_id", 1))
                .sort(new Document(LAST_DUE, 1))
                .batchSize(A_BATCH)
                .forEach(found -> each.accept(UUID.fromString(found.getString("_id"))));
    }

    /** A document that is to be inserted, and the command that makes it. */
    private record Draft(UUID id, Command command, Document document) {

        String key() {
            return id.toString();
        }
    }

    private Draft drafted(Creation<A> creation) {
        var current = CurrentCommand.get();
        var state = write(creation.aggregate());
        var mark = current.mark() + ":" + creation.id();
        var body = Hashes.hex(List.of(state.toString()));
        var command = new Command(current.caller(), current.role(), mark, body, OptionalLong.empty());
        return new Draft(
                creation.id(),
                command,
                CurrentCommand.as(
                        command, () -> fresh(creation.id(), state, creation.aggregate(), creation.events(), command)));
    }

    /** Inserts what is not there yet; answers those whose ids were taken. */
    private List<Draft> insert(List<Draft> batch) {
        Set<Integer> taken = Set.of();
        try {
            documents.insertMany(batch.stream().map(Draft::document).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException refused) {
            if (refused.getWriteConcernError() != null
                    || refused.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw refused;
            }
            taken = refused.getWriteErrors().stream()
                    .map(BulkWriteError::getIndex)
                    .collect(Collectors.toSet());
        }
        var known = new ArrayList<Draft>(taken.size());
        for (int at = 0; at < batch.size(); at++) {
            if (taken.contains(at)) {
                known.add(batch.get(at));
            } else {
                written.written(batch.get(at).key());
            }
        }
        return known;
    }

    private Document fresh(UUID id, Document state, A aggregate, List<? extends Event> events, Command command) {
        var entries = context.entries(kind.name(), id, events, aggregate, new Document("events", 0L), "");
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A new " + kind.name() + " begins with an event");
        }
        var document = new Document("_id", id.toString())
                .append("version", 1L)
                .append("events", (long) entries.size())
                .append("head", entries.get(entries.size() - 1).getString(Entry.HASH))
                .append("state", state)
                .append("outbox", entries)
                .append("created", mark(command))
                .append("commands", List.of())
                .append("pendingSince", context.realNow());
        nextDue(aggregate).ifPresent(day -> document.append("nextDue", day));
        lastDue(aggregate).ifPresent(day -> document.append(LAST_DUE, day));
        searched(aggregate, document);
        placed(document, document);
        return document;
    }

    private Optional<A> attempt(
            UUID id,
            Command command,
            Predicate<String> journalled,
            Function<A, ? extends List<? extends Event>> action) {
        var document = visible(id, command.caller());
        var version = document.getLong("version");
        if (Marks.find(document, command) || Marks.waits(document, command) || journalled.test(command.mark())) {
            command.replay();
            LastVersion.seen(version);
            return Optional.of(read(document));
        }
        command.expectedVersion().ifPresent(expected -> requireVersion(version, expected));
        requireRoom(document);
        var aggregate = read(document);
        var from = aggregate.status();
        var entries = context.entries(kind.name(), id, action.apply(aggregate), aggregate, document, from);
        if (entries.isEmpty()) {
            LastVersion.seen(version);
            return Optional.of(aggregate);
        }
        var unchanged = and(eq("_id", id.toString()), eq("version", version));
        if (documents
                        .updateOne(unchanged, update(document, aggregate, command, entries))
                        .getModifiedCount()
                == 0) {
            return Optional.empty();
        }
        written.written(id.toString());
        LastVersion.seen(version + 1);
        return Optional.of(aggregate);
    }

    private Document update(Document document, A aggregate, Command command, List<Document> entries) {
        var version = document.getLong("version") + 1;
        var set = new Document("version", version)
                .append("events", document.getLong("events") + entries.size())
                .append("head", entries.get(entries.size() - 1).getString(Entry.HASH))
                .append("state", write(aggregate));
        searched(aggregate, set);
        placed(set, set);
        if (!document.containsKey("pendingSince")) {
            set.append("pendingSince", context.realNow());
        }
        var update = new Document("$set", set)
                .append(
                        "$push",
                        new Document("outbox", new Document("$each", entries))
                                .append(
                                        "commands",
                                        new Document(
                                                        "$each",
                                                        List.of(mark(command).append("version", version)))
                                                .append("$slice", -MARKS)));
        lastDue(aggregate).ifPresent(day -> set.append(LAST_DUE, day));
        nextDue(aggregate)
                .ifPresentOrElse(
                        day -> set.append("nextDue", day), () -> update.append("$unset", new Document("nextDue", "")));
        return update;
    }

    private A repeated(UUID id, Command command) {
        return repeated(id, documents.find(eq("_id", id.toString())).first(), command);
    }

    private A repeated(UUID id, @Nullable Document existing, Command command) {
        if (existing == null) {
            throw new OptimisticLockingFailureException(kind.name() + " " + id);
        }
        var created = existing.get("created", Document.class);
        if (created.getString("mark").equals(command.mark())) {
            Marks.requireSameBody(created, command);
            command.replay();
            LastVersion.seen(existing.getLong("version"));
            return read(existing);
        }
        throw kind.scope().shows(existing, command.caller())
                ? Failure.at(context.locationOf(id), HttpStatus.CONFLICT, KernelRule.ALREADY_EXISTS, kind.name())
                : new Failure(HttpStatus.CONFLICT, KernelRule.ALREADY_EXISTS, kind.name());
    }

    private Document visible(UUID id, Caller caller) {
        var document = documents.find(eq("_id", id.toString())).first();
        if (document == null) {
            throw new NotFound(kind.name(), id);
        }
        if (!kind.scope().shows(document, caller)) {
            context.outOfScope(caller, kind.name(), id);
            throw new NotFound(kind.name(), id);
        }
        return document;
    }

    private static void requireRoom(Document document) {
        var unsent = document.getList("outbox", Document.class).size();
        if (unsent > MOST_UNSENT) {
            throw new Failure(HttpStatus.SERVICE_UNAVAILABLE, KernelRule.BACKLOG, unsent);
        }
    }

    private static void requireVersion(long version, long expected) {
        if (version != expected) {
            throw new Failure(HttpStatus.PRECONDITION_FAILED, KernelRule.STALE_VERSION, version, expected);
        }
    }

    private Failure stale(UUID id, long expected) {
        var found = documents.find(eq("_id", id.toString())).first();
        var version = found == null ? 0 : found.getLong("version");
        return new Failure(HttpStatus.PRECONDITION_FAILED, KernelRule.STALE_VERSION, version, expected);
    }

    private Document mark(Command command) {
        return new Document("mark", command.mark()).append("body", command.body());
    }

    /** Gives documents that were written before what queries by area find them by; what changes meanwhile has it. */
    void placeAll() {
        for (var document : documents.find()) {
            var areas = new Document();
            placed(document, areas);
            documents.updateOne(
                    and(eq("_id", document.get("_id")), eq("version", document.get("version"))),
                    new Document("$set", areas));
        }
    }

    private void placed(Document stored, Document into) {
        var areas = kind.scope().areasOf(stored);
        if (!areas.isEmpty()) {
            into.append(Scope.AREAS, new Document(areas));
        }
    }

    private static void searched(Object aggregate, Document into) {
        if (aggregate instanceof Searchable named) {
            into.append(Search.FIELD, Bigrams.of(named.searchTexts()));
        }
    }

    private static Optional<String> nextDue(Object aggregate) {
        return aggregate instanceof Due due ? due.nextDue().map(Object::toString) : Optional.empty();
    }

    private static Optional<String> lastDue(Object aggregate) {
        return aggregate instanceof Recounted counted ? counted.lastDue().map(Object::toString) : Optional.empty();
    }

    private A read(Document document) {
        return context.converter().read(kind.type(), document.get("state", Document.class));
    }

    private Document write(A aggregate) {
        var document = new Document();
        context.converter().write(aggregate, document);
        document.remove("_class");
        return document;
    }

    private static Stream<Document> stream(Iterable<Document> found) {
        return StreamSupport.stream(found.spliterator(), false);
    }
}
