package io.fangwei.localmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line is an expression and its value as the pages of MongoDB's manual on that operator say it. */
class ExpressionsTest extends Served {

    private static final String DOCUMENT = """
            {_id: 1, a: 5, b: 2, half: 2.5, text: 'Größe 10', list: [3, 1, 2], nothing: null,
             items: [{n: 1, s: 'x'}, {n: 2}], at: {$date: '2025-01-23T14:05:06.007Z'},
             money: {$numberDecimal: '10.25'}, deep: {er: {est: 7}}}""";

    private BsonDocument evaluate(String expression) {
        var projection = BsonDocument.parse("{_id: 0, r: " + expression + "}");
        return database.aggregate(
                        List.of(
                                new Document("$documents", List.of(Document.parse(DOCUMENT))),
                                new Document("$project", projection)),
                        BsonDocument.class)
                .first();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {$add: ['$a', '$b']}                                        | 7
            {$add: ['$a', 0.5]}                                         | 5.5
            {$add: ['$a', '$nothing']}                                  | null
            {$add: ['$at', 1000]}                                       | {$date: '2025-01-23T14:05:07.007Z'}
            {$subtract: ['$at', {$date: '2025-01-23T14:05:06Z'}]}       | {$numberLong: '7'}
            {$multiply: ['$money', 2]}                                  | {$numberDecimal: '20.50'}
            {$divide: ['$a', '$b']}                                     | 2.5
            {$mod: ['$a', '$b']}                                        | 1
            {$pow: [2, 10]}                                             | 1024
            {$sqrt: 16}                                                 | 4.0
            {$abs: -5}                                                  | 5
            {$ceil: '$half'}                                            | 3.0
            {$floor: '$half'}                                           | 2.0
            {$round: [2.5]}                                             | 2.0
            {$round: [19.25, 1]}                                        | 19.2
            {$round: [1234, -2]}                                        | 1200
            {$trunc: [-7.8]}                                            | -7.0
            {$toDecimal: '$half'}                                       | {$numberDecimal: '2.50000000000000'}
            {$toDecimal: '1.50'}                                        | {$numberDecimal: '1.50'}
            {$toInt: '12'}                                              | 12
            {$toLong: '$half'}                                          | {$numberLong: '2'}
            {$toString: 2.5}                                            | '2.5'
            {$toString: '$at'}                                          | '2025-01-23T14:05:06.007Z'
            {$toBool: 0}                                                | false
            {$convert: {input: 'x', to: 'int', onError: 'no'}}          | 'no'
            {$type: '$money'}                                           | 'decimal'
            {$type: '$absent'}                                          | 'missing'
            {$cmp: ['$a', '$b']}                                        | 1
            {$eq: [1, 1.0]}                                             | true
            {$gt: [null, 1]}                                            | false
            {$and: []}                                                  | true
            {$or: [0, '$a']}                                            | true
            {$not: ['$a']}                                              | false
            {$cond: [{$gt: ['$a', 3]}, 'more', 'less']}                 | 'more'
            {$ifNull: ['$nothing', '$absent', 'none']}                  | 'none'
            {$switch: {branches: [{case: {$eq: ['$a', 1]}, then: 'one'}, {case: {$eq: ['$a', 5]}, then: 'five'}], default: 'other'}} | 'five'
            {$let: {vars: {x: '$a'}, in: {$multiply: ['$$x', '$$x']}}}  | 25
            {$literal: '$a'}                                            | '$a'
            '$deep.er.est'                                              | 7
            '$items.n'                                                  | [1, 2]
            {$let: {vars: {n: [[{m: 1}], {m: 2}]}, in: '$$n.m'}}        | [2]
            {$size: '$list'}                                            | 3
            {$arrayElemAt: ['$list', -1]}                               | 2
            {$first: '$list'}                                           | 3
            {$slice: ['$list', 1, 2]}                                   | [1, 2]
            {$in: [2, '$list']}                                         | true
            {$indexOfArray: ['$list', 2]}                               | 2
            {$concatArrays: ['$list', [9]]}                             | [3, 1, 2, 9]
            {$reverseArray: '$list'}                                    | [2, 1, 3]
            {$sortArray: {input: '$list', sortBy: -1}}                  | [3, 2, 1]
            {$range: [0, 10, 5]}                                        | [0, 5]
            {$filter: {input: '$list', as: 'x', cond: {$gt: ['$$x', 1]}}} | [3, 2]
            {$map: {input: '$list', in: {$add: ['$$this', 1]}}}         | [4, 2, 3]
            {$reduce: {input: '$list', initialValue: 0, in: {$add: ['$$value', '$$this']}}} | 6
            {$zip: {inputs: [['a', 'b'], [1, 2]]}}                      | [['a', 1], ['b', 2]]
            {$sum: '$list'}                                             | 6
            {$avg: '$list'}                                             | 2.0
            {$max: '$list'}                                             | 3
            {$setUnion: [[2, 1], [3, 1]]}                               | [1, 2, 3]
            {$setIsSubset: [[1], '$list']}                              | true
            {$mergeObjects: [{x: 1}, {y: 2}]}                           | {x: 1, y: 2}
            {$objectToArray: {x: 1}}                                    | [{k: 'x', v: 1}]
            {$arrayToObject: [[['x', 1]]]}                              | {x: 1}
            {$getField: 'a'}                                            | 5
            {$concat: ['a', 'b']}                                       | 'ab'
            {$toUpper: 'abc'}                                           | 'ABC'
            {$strLenCP: '$text'}                                        | 8
            {$strLenBytes: '$text'}                                     | 10
            {$substrCP: ['$text', 0, 3]}                                | 'Grö'
            {$split: ['a,b', ',']}                                      | ['a', 'b']
            {$trim: {input: '  x '}}                                    | 'x'
            {$replaceAll: {input: 'aaa', find: 'a', replacement: 'b'}}  | 'bbb'
            {$indexOfCP: ['hello', 'l']}                                | 2
            {$regexMatch: {input: '$text', regex: '^gr', options: 'i'}} | true
            {$regexFind: {input: 'ab12', regex: '([0-9])'}}             | {match: '1', idx: 2, captures: ['1']}
            {$year: '$at'}                                              | 2025
            {$dayOfWeek: '$at'}                                         | 5
            {$hour: {date: '$at', timezone: 'Asia/Shanghai'}}           | 22
            {$isoWeek: '$at'}                                           | 4
            {$dateToString: {date: '$at', format: '%Y-%m-%d %H:%M', timezone: '+08:00'}} | '2025-01-23 22:05'
            {$dateFromString: {dateString: '2025-01-23T08:00:00+08:00'}} | {$date: '2025-01-23T00:00:00Z'}
            {$dateFromParts: {year: 2025, month: 14, day: 1}}           | {$date: '2026-02-01T00:00:00Z'}
            {$dateTrunc: {date: '$at', unit: 'month'}}                  | {$date: '2025-01-01T00:00:00Z'}
            {$dateTrunc: {date: '$at', unit: 'day', timezone: 'Asia/Shanghai'}} | {$date: '2025-01-22T16:00:00Z'}
            {$dateTrunc: {date: '$at', unit: 'week', startOfWeek: 'monday'}} | {$date: '2025-01-20T00:00:00Z'}
            {$dateAdd: {startDate: {$date: '2025-01-31T00:00:00Z'}, unit: 'month', amount: 1}} | {$date: '2025-02-28T00:00:00Z'}
            {$dateSubtract: {startDate: '$at', unit: 'hour', amount: 2}} | {$date: '2025-01-23T12:05:06.007Z'}
            {$dateDiff: {startDate: {$date: '2024-12-31T23:00:00Z'}, endDate: '$at', unit: 'year'}} | {$numberLong: '1'}
            """)
    void the_value_of(String expression, String expected) {
        assertThat(evaluate(expression)).isEqualTo(BsonDocument.parse("{r: " + expected + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {$frobnicate: 1}                       | 168
            {$add: [1, 'x']}                       | 16554
            {$divide: [1, 0]}                      | 2
            {$toInt: 'x'}                          | 241
            {$switch: {branches: [{case: false, then: 1}]}} | 40066
            {$cond: [1, 2]}                        | 16020
            '$$unknown'                            | 17276
            {$size: 5}                             | 17124
            {$dateTrunc: {date: '$at', unit: 'eon'}} | 9
            {$function: {body: '', args: [], lang: 'js'}} | 31264
            """)
    void the_error_of(String expression, int code) {
        var refusal = catchThrowableOfType(MongoCommandException.class, () -> evaluate(expression));

        assertThat(refusal.getCode()).as(refusal.getErrorMessage()).isEqualTo(code);
    }
}
