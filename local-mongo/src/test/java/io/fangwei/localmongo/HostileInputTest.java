package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BSONException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a client sends, the answer is a result or one of MongoDB's errors, and the connection goes on. A build asks
 * one question of four, drawn by the seed; the campaign asks all.
 */
class HostileInputTest extends Served {

    /** By which the server says that something went wrong in itself. */
    private static final Set<Integer> OWN_FAILURES = Set.of(1, 8);

    private static final List<String> COMMANDS = List.of(
            "{find: 'SELF', filter: {a: 1}, sort: {a: 1}, projection: {a: 1}, hint: '_id_', skip: 1, limit: 1, batchSize: 1, singleBatch: true, let: {x: 1}, collation: {locale: 'en', strength: 2}, maxTimeMS: 99999, comment: 1, readConcern: {level: 'local'}, $readPreference: {mode: 'primary'}}",
            "{aggregate: 'SELF', pipeline: [{$match: {a: 1}}], cursor: {batchSize: 1}, hint: '_id_', let: {x: 1}, collation: {locale: 'en', strength: 2}, explain: false, allowDiskUse: true, bypassDocumentValidation: true}",
            "{count: 'SELF', query: {a: 1}, limit: 1, skip: 1, hint: '_id_'}",
            "{distinct: 'SELF', key: 'a', query: {a: 1}}",
            "{insert: 'SELF', documents: [{a: 1}], ordered: true, writeConcern: {w: 1, j: true, wtimeout: 1}}",
            "{update: 'SELF', updates: [{q: {a: 1}, u: {$set: {a: 1}}, multi: true, upsert: false, hint: '_id_', arrayFilters: [{x: 1}], c: {y: 1}, collation: {locale: 'en', strength: 2}}], ordered: true, let: {x: 1}}",
            "{delete: 'SELF', deletes: [{q: {a: 1}, limit: 1, hint: '_id_', collation: {locale: 'en', strength: 2}}], ordered: true, let: {x: 1}}",
            "{findAndModify: 'SELF', query: {a: 1}, sort: {a: 1}, update: {$set: {a: 1}}, new: true, upsert: false, fields: {a: 1}, arrayFilters: [], hint: '_id_', let: {x: 1}}",
            "{findAndModify: 'SELF', query: {a: 1}, remove: true}",
            "{getMore: {$numberLong: '7'}, collection: 'SELF', batchSize: 1}",
            "{killCursors: 'SELF', cursors: [{$numberLong: '7'}]}",
            "{explain: {find: 'SELF', filter: {a: 1}}, verbosity: 'queryPlanner'}",
            "{explain: {aggregate: 'SELF', pipeline: [{$match: {a: 1}}], cursor: {}}, verbosity: 'executionStats'}",
            "{explain: {update: 'SELF', updates: [{q: {a: 1}, u: {$set: {a: 1}}}]}}",
            "{explain: {distinct: 'SELF', key: 'a', query: {a: 1}}}",
            "{create: 'SELFx', capped: false, size: 1, collation: {locale: 'en'}, validator: {a: 1}, expireAfterSeconds: 1}",
            "{createIndexes: 'SELF', indexes: [{key: {b: 1}, name: 'b', unique: true, sparse: false, hidden: false, v: 2, expireAfterSeconds: 9, partialFilterExpression: {b: 1}, collation: {locale: 'simple'}}], commitQuorum: 1}",
            "{dropIndexes: 'SELF', index: ['a']}",
            "{listCollections: 1, filter: {name: 'SELF'}, nameOnly: true, authorizedCollections: true, cursor: {batchSize: 1}}",
            "{listIndexes: 'SELF', cursor: {batchSize: 1}}",
            "{collStats: 'SELF', scale: 1}",
            "{dbStats: 1, scale: 1}",
            "{validate: 'SELF', full: true}",
            "{drop: 'SELFz'}",
            "{hello: 1, client: {application: {name: 'x'}}, saslSupportedMechs: 'a.b', speculativeAuthenticate: {saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: {$binary: {base64: '', subType: '00'}}, db: 'x'}, compression: ['zlib']}",
            "{saslStart: 1, mechanism: 'SCRAM-SHA-256', payload: {$binary: {base64: '', subType: '00'}}, options: {skipEmptyExchange: true}}",
            "{saslContinue: 1, conversationId: 1, payload: {$binary: {base64: '', subType: '00'}}}",
            "{ping: 1, lsid: {id: {$uuid: '00112233-4455-6677-8899-aabbccddeeff'}}, txnNumber: 1, apiVersion: '1', apiStrict: true}",
            "{endSessions: [{id: 1}]}",
            "{getLog: 'global'}",
            "{getParameter: {allParameters: true}, x: 1}",
            "{buildInfo: 1}",
            "{serverStatus: 1, repl: 0}",
            "{connectionStatus: 1, showPrivileges: true}",
            "{whatsmyuri: 1}",
            "{fsync: 1, lock: false}",
            "{currentOp: 1, $all: true}",
            "{killSessions: [{id: 1}]}");

    private static final List<String> OF_ADMIN = List.of(
            "{listDatabases: 1, filter: {name: 'a'}, nameOnly: true, authorizedDatabases: true}",
            "{renameCollection: 'tests.SELFno', to: 'tests.SELFother', dropTarget: true}",
            "{aggregate: 1, pipeline: [{$currentOp: {allUsers: true}}], cursor: {}}");

    private final Random drawn = new Random(Campaign.SEED);

    @BeforeEach
    void insert() {
        documents.insertMany(List.of(
                Document.parse("{_id: 1, a: 1, s: 'text', l: [1, {b: 2}, [3]], d: {e: 1}, t: {$date: 0}}"),
                Document.parse("{_id: 2, a: null, s: '', l: [], d: {}, t: {$date: '2024-02-29T00:00:00Z'}}")));
        documents.createIndex(doc("a", 1));
    }

    @BeforeAll
    static void sayTheSeed() {
        System.out.println("HostileInputTest: seed " + Campaign.SEED);
    }

    private BsonDocument command(String template) {
        return BsonDocument.parse(
                template.replace("SELF", documents.getNamespace().getCollectionName()));
    }

    /** @return what is wrong with the answer; nothing if nothing is */
    private Stream<String> ask(String in, BsonDocument command) {
        return drawn.nextInt(Campaign.rounds(4, 1)) == 0 ? answered(in, command) : Stream.empty();
    }

    private static Stream<String> answered(String in, BsonDocument command) {
        try {
            return CLIENT.getDatabase(in).runCommand(command).getList("writeErrors", Document.class, List.of()).stream()
                    .filter(error -> OWN_FAILURES.contains(error.getInteger("code")))
                    .map(error -> command.toJson() + " -> " + error.toJson());
        } catch (MongoCommandException refused) {
            boolean own = OWN_FAILURES.contains(refused.getCode())
                    || refused.getErrorMessage().contains("Exception");
            return own ? Stream.of(command.toJson() + " -> " + refused.getErrorMessage()) : Stream.empty();
        } catch (MongoException | BSONException lost) {
            return Stream.of(command.toJson() + " -> " + lost);
        }
    }

    private void assertAnswered(Stream<String> failures) {
        var all = new ArrayList<String>();
        failures.forEach(all::add);
        assertThat(all).isEmpty();
    }

    @Test
    void odd_values_in_every_argument_of_every_command() {
        assertAnswered(Stream.concat(
                COMMANDS.stream()
                        .flatMap(template -> OddValues.in(command(template)).flatMap(odd -> ask("tests", odd))),
                OF_ADMIN.stream()
                        .flatMap(template -> OddValues.in(command(template)).flatMap(odd -> ask("admin", odd)))));
    }

    private static final String FILTER_WORDS = "$eq $gt $gte $lt $lte $ne $in $nin $not $exists $type $mod $regex"
            + " $options $all $elemMatch $size $bitsAllSet $bitsAnyClear $expr $and $or $nor $comment $where $text"
            + " $jsonSchema $near $geoWithin $sampleRate $alwaysTrue $odd";
    private static final String UPDATE_WORDS = "$set $unset $inc $mul $min $max $rename $currentDate $setOnInsert $push"
            + " $addToSet $pop $pull $pullAll $bit $odd";
    private static final String EXPRESSION_WORDS = "$abs $accumulator $add $allElementsTrue $and $anyElementTrue"
            + " $arrayElemAt $arrayToObject $avg $ceil $cmp $concat $concatArrays $cond $convert $cos $dateAdd $dateDiff"
            + " $dateFromParts $dateFromString $dateSubtract $dateToParts $dateToString $dateTrunc $dayOfMonth $dayOfWeek"
            + " $dayOfYear $degreesToRadians $divide $eq $exp $filter $first $firstN $floor $function $getField $gt $gte"
            + " $hour $ifNull $in $indexOfArray $indexOfBytes $indexOfCP $isArray $isNumber $isoDayOfWeek $isoWeek"
            + " $isoWeekYear $last $lastN $let $literal $ln $log $log10 $lt $lte $ltrim $map $max $maxN $mergeObjects"
            + " $millisecond $min $minN $minute $mod $month $multiply $ne $not $objectToArray $or $pow $radiansToDegrees"
            + " $rand $range $reduce $regexFind $regexFindAll $regexMatch $replaceAll $replaceOne $reverseArray $round"
            + " $rtrim $second $setDifference $setEquals $setField $setIntersection $setIsSubset $setUnion $sin $size"
            + " $slice $sortArray $split $sqrt $stdDevPop $stdDevSamp $strLenBytes $strLenCP $strcasecmp $substr"
            + " $substrBytes $substrCP $subtract $sum $switch $tan $toBool $toDate $toDecimal $toDouble $toInt $toLong"
            + " $toLower $toObjectId $toString $toUpper $trim $trunc $type $unsetField $week $year $zip $odd";
    private static final String ACCUMULATOR_WORDS = "$sum $avg $min $max $first $last $push $addToSet $mergeObjects"
            + " $stdDevPop $stdDevSamp $count $firstN $lastN $minN $maxN $top $bottom $topN $bottomN $accumulator $odd";
    private static final String STAGE_WORDS = "$match $project $addFields $set $unset $replaceRoot $replaceWith $group"
            + " $count $sortByCount $sort $skip $limit $unwind $sample $lookup $graphLookup $unionWith $facet $bucket"
            + " $redact $bucketAuto $setWindowFields $densify $fill $collStats $indexStats $currentOp $listSessions"
            + " $documents $geoNear $changeStream $planCacheStats $search $odd";

    private static final List<String> EXPRESSIONS = List.of(
            "{$cond: {if: '$a', then: 1, else: 2}}",
            "{$convert: {input: '$s', to: 'int', onError: 1, onNull: 2}}",
            "{$dateAdd: {startDate: '$t', unit: 'day', amount: 1, timezone: 'UTC'}}",
            "{$dateDiff: {startDate: '$t', endDate: '$t', unit: 'day', timezone: 'UTC', startOfWeek: 'monday'}}",
            "{$dateFromParts: {year: 2024, month: 1, day: 1, hour: 1, minute: 1, second: 1, millisecond: 1, timezone: 'UTC'}}",
            "{$dateFromParts: {isoWeekYear: 2024, isoWeek: 1, isoDayOfWeek: 1}}",
            "{$dateFromString: {dateString: '2024-01-01', format: '%Y-%m-%d', timezone: 'UTC', onError: 1, onNull: 2}}",
            "{$dateToParts: {date: '$t', timezone: 'UTC', iso8601: true}}",
            "{$dateToString: {date: '$t', format: '%Y', timezone: 'UTC', onNull: 1}}",
            "{$dateTrunc: {date: '$t', unit: 'day', binSize: 1, timezone: 'UTC', startOfWeek: 'monday'}}",
            "{$year: {date: '$t', timezone: 'UTC'}}",
            "{$filter: {input: '$l', as: 'x', cond: true, limit: 1}}",
            "{$firstN: {n: 1, input: '$l'}}",
            "{$maxN: {n: 1, input: '$l'}}",
            "{$getField: {field: 'a', input: '$d'}}",
            "{$setField: {field: 'a', input: '$d', value: 1}}",
            "{$unsetField: {field: 'a', input: '$d'}}",
            "{$let: {vars: {x: 1}, in: '$$x'}}",
            "{$map: {input: '$l', as: 'x', in: '$$x'}}",
            "{$reduce: {input: '$l', initialValue: 1, in: '$$value'}}",
            "{$regexFind: {input: '$s', regex: 'x', options: 'i'}}",
            "{$regexFindAll: {input: '$s', regex: 'x', options: 'i'}}",
            "{$regexMatch: {input: '$s', regex: 'x', options: 'i'}}",
            "{$replaceAll: {input: '$s', find: 'x', replacement: 'y'}}",
            "{$replaceOne: {input: '$s', find: 'x', replacement: 'y'}}",
            "{$sortArray: {input: '$l', sortBy: {a: 1}}}",
            "{$switch: {branches: [{case: true, then: 1}], default: 2}}",
            "{$trim: {input: '$s', chars: 'x'}}",
            "{$zip: {inputs: ['$l', '$l'], useLongestLength: true, defaults: [1, 2]}}");

    private static final List<String> STAGES = List.of(
            "{$group: {_id: '$a', x: {$top: {sortBy: {a: 1}, output: '$a'}}}}",
            "{$group: {_id: '$a', x: {$bottomN: {n: 2, sortBy: {a: 1}, output: '$a'}}}}",
            "{$group: {_id: '$a', x: {$minN: {n: 2, input: '$a'}}}}",
            "{$unwind: {path: '$l', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true}}",
            "{$sample: {size: 1}}",
            "{$lookup: {from: 'SELF', localField: 'a', foreignField: 'a', as: 'x', let: {v: '$a'}, pipeline: [{$match: {a: 1}}]}}",
            "{$graphLookup: {from: 'SELF', startWith: '$a', connectFromField: 'a', connectToField: 'a', as: 'x', maxDepth: 1, depthField: 'y', restrictSearchWithMatch: {a: 1}}}",
            "{$unionWith: {coll: 'SELF', pipeline: [{$match: {a: 1}}]}}",
            "{$facet: {x: [{$match: {a: 1}}]}}",
            "{$bucket: {groupBy: '$a', boundaries: [0, 5], default: 'x', output: {n: {$sum: 1}}}}",
            "{$merge: {into: 'SELFm', on: '_id', let: {v: 1}, whenMatched: 'merge', whenNotMatched: 'insert'}}",
            "{$out: {db: 'tests', coll: 'SELFo'}}",
            "{$redact: {$cond: {if: true, then: '$$KEEP', else: '$$PRUNE'}}}",
            "{$project: {a: 1, b: {$slice: ['$l', 1]}}}",
            "{$collStats: {count: {}, storageStats: {scale: 1}}}");

    private static final List<String> UPDATES = List.of(
            "{$push: {l: {$each: [1], $position: 1, $slice: 1, $sort: 1}}}",
            "{$addToSet: {l: {$each: [1]}}}",
            "{$pull: {l: {$in: [1]}}}",
            "{$bit: {a: {and: 1}}}",
            "{$currentDate: {t: {$type: 'date'}}}",
            "{$set: {'l.$[x]': 1}}",
            "{$rename: {a: 'b'}}");

    @Test
    void odd_operands_of_every_operator_of_a_filter() {
        assertAnswered(words(FILTER_WORDS)
                .flatMap(word -> OddValues.ALL.stream()
                        .flatMap(odd -> Stream.of(
                                new BsonDocument(word, odd),
                                new BsonDocument("a", new BsonDocument(word, odd)),
                                new BsonDocument("l", new BsonDocument(word, new BsonArray(List.of(odd, odd)))),
                                new BsonDocument("s", new BsonDocument("$not", new BsonDocument(word, odd))))))
                .flatMap(filter -> ask("tests", command("{find: 'SELF'}").append("filter", filter))));
    }

    @Test
    void odd_operands_of_every_operator_of_an_update() {
        var written = words(UPDATE_WORDS)
                .flatMap(word -> OddValues.ALL.stream()
                        .flatMap(odd -> Stream.of(
                                new BsonDocument(word, odd),
                                new BsonDocument(word, new BsonDocument("a", odd)),
                                new BsonDocument(word, new BsonDocument("l", odd)),
                                new BsonDocument(word, new BsonDocument("d.e.f", odd)),
                                new BsonDocument(word, new BsonDocument("l.1", odd)))));
        var parsed = UPDATES.stream().map(BsonDocument::parse).flatMap(OddValues::in);
        assertAnswered(Stream.concat(written, parsed).flatMap(update -> {
            var statement = new BsonDocument("q", new BsonDocument("_id", new BsonInt32(1))).append("u", update);
            return ask("tests", command("{update: 'SELF'}").append("updates", new BsonArray(List.of(statement))));
        }));
    }

    @Test
    void odd_operands_of_every_operator_of_an_expression() {
        var fields = Stream.of("$s", "$l", "$t", "$a").map(BsonString::new).toList();
        var written = words(EXPRESSION_WORDS)
                .flatMap(word -> OddValues.ALL.stream()
                        .flatMap(odd -> Stream.concat(
                                        Stream.of(
                                                odd,
                                                new BsonArray(List.of(odd, odd)),
                                                new BsonArray(List.of(odd, odd, odd))),
                                        fields.stream().map(field -> new BsonArray(List.of(field, odd))))
                                .map(operand -> new BsonDocument(word, operand))));
        var parsed = EXPRESSIONS.stream().map(BsonDocument::parse).flatMap(OddValues::in);
        assertAnswered(Stream.concat(written, parsed)
                .flatMap(expression -> aggregate(new BsonDocument("$project", new BsonDocument("x", expression)))));
    }

    @Test
    void odd_operands_of_every_stage_and_accumulator() {
        var stages = words(STAGE_WORDS).flatMap(word -> OddValues.ALL.stream().map(odd -> new BsonDocument(word, odd)));
        var accumulators = words(ACCUMULATOR_WORDS)
                .flatMap(word -> OddValues.ALL.stream()
                        .map(odd -> new BsonDocument(
                                "$group",
                                new BsonDocument("_id", BsonNull.VALUE).append("x", new BsonDocument(word, odd)))));
        var parsed = STAGES.stream().map(this::command).flatMap(OddValues::in);
        assertAnswered(
                Stream.of(stages, accumulators, parsed).flatMap(each -> each).flatMap(this::aggregate));
    }

    private Stream<String> aggregate(BsonDocument stage) {
        return ask(
                "tests", command("{aggregate: 'SELF', cursor: {}}").append("pipeline", new BsonArray(List.of(stage))));
    }

    private static Stream<String> words(String list) {
        return Stream.of(list.split(" "));
    }
}
