[
  {
    group: "cursors",
    page: "manual/reference/command/getMore",
    documents: [{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 4 }, { _id: 5 }],
    cases: [
      { name: "batches one after the other", run: { find: "c", filter: {}, sort: { _id: 1 }, batchSize: 2 }, ids: [1, 2, 3, 4, 5], batches: [2, 2, 1] },
      { name: "a batch of nothing opens a cursor", page: "manual/reference/command/find", run: { find: "c", filter: {}, sort: { _id: 1 }, batchSize: 0 }, ids: [1, 2, 3, 4, 5], batches: [0, 5] },
      { name: "a single batch closes the cursor", page: "manual/reference/command/find", run: { find: "c", filter: {}, sort: { _id: 1 }, batchSize: 2, singleBatch: true }, ids: [1, 2], batches: [2] },
      { name: "a limit over several batches", page: "manual/reference/command/find", run: { find: "c", filter: {}, sort: { _id: 1 }, limit: 3, batchSize: 2 }, ids: [1, 2, 3], batches: [2, 1] },
      { name: "skip and limit", page: "manual/reference/command/find", run: { find: "c", filter: {}, sort: { _id: -1 }, skip: 1, limit: 2 }, ids: [4, 3] },
      { name: "skip past the end", page: "manual/reference/command/find", run: { find: "c", filter: {}, sort: { _id: 1 }, skip: 9 }, ids: [] },
      { name: "an aggregation in batches", page: "manual/reference/command/aggregate", run: { aggregate: "c", pipeline: [{ $sort: { _id: -1 } }], cursor: { batchSize: 3 } }, ids: [5, 4, 3, 2, 1] },
      { name: "an unknown cursor", page: "manual/reference/error-codes", run: { getMore: NumberLong("4611686018427387"), collection: "c" }, code: 43 },
      { name: "killing an unknown cursor", page: "manual/reference/command/killCursors", run: { killCursors: "c", cursors: [NumberLong("4611686018427387")] }, reply: { cursorsKilled: [], cursorsNotFound: [NumberLong("4611686018427387")] } },
      { name: "a collection that is not there", page: "manual/reference/command/find", run: { find: "other", filter: {} }, ids: [] }
    ]
  },
  {
    group: "server",
    page: "manual/reference/command",
    documents: [{ _id: 1 }, { _id: 2 }],
    cases: [
      { name: "ping", page: "manual/reference/command/ping", run: { ping: 1 }, reply: { ok: 1.0 } },
      { name: "hello", page: "manual/reference/command/hello", run: { hello: 1 }, reply: { isWritablePrimary: true, readOnly: false, maxBsonObjectSize: 16777216, ok: 1.0 } },
      { name: "an unknown command", page: "manual/reference/error-codes", run: { fooBar: 1 }, code: 59 },
      { name: "the list of collections", page: "manual/reference/command/listCollections", run: { listCollections: 1, filter: { name: "c" }, nameOnly: true }, docs: [{ name: "c", type: "collection" }] },
      { name: "the list of collections that are not there", page: "manual/reference/command/listCollections", run: { listCollections: 1, filter: { name: "nowhere" } }, docs: [] },
      { name: "the size of a collection", page: "manual/reference/command/collStats", run: { collStats: "c" }, reply: { count: 2, nindexes: 1 } },
      { name: "the size of a database", page: "manual/reference/command/dbStats", run: { dbStats: 1 }, reply: { collections: 1, objects: 2, indexes: 1 } },
      { name: "a collection is made", page: "manual/reference/command/create", run: [{ create: "fresh" }, { listCollections: 1, filter: { name: "fresh" }, nameOnly: true }], docs: [{ name: "fresh", type: "collection" }] },
      { name: "a collection is dropped with its indexes", page: "manual/reference/command/drop", run: [{ createIndexes: "c", indexes: [{ key: { a: 1 }, name: "a_1" }] }, { drop: "c" }, { insert: "c", documents: [{ _id: 3 }] }, { listIndexes: "c" }], contains: [{ v: 2, key: { _id: 1 }, name: "_id_" }], after: [{ _id: 3 }] },
      { name: "a bad name of a collection", page: "manual/reference/limits", run: { create: "a$b" }, code: 73 },
      { name: "an order that is none", page: "manual/reference/method/cursor.sort", run: { find: "c", filter: {}, sort: { a: "up" } }, code: [2, 15974, 15975] },
      { name: "a negative skip", page: "manual/reference/command/find", run: { find: "c", filter: {}, skip: -1 }, code: [2, 51024] },
      { name: "a time that is no number", page: "manual/reference/method/cursor.maxTimeMS", run: { find: "c", filter: {}, maxTimeMS: "much" }, code: [2, 14] },
      { name: "a time that is too long", page: "manual/reference/method/cursor.maxTimeMS", run: { find: "c", filter: {}, maxTimeMS: NumberLong("2147483648") }, code: [2, 51024] },
      { name: "a time that is long enough", page: "manual/reference/method/cursor.maxTimeMS", run: { find: "c", filter: {}, sort: { _id: 1 }, maxTimeMS: 60000 }, ids: [1, 2] },
      { name: "no list of indexes", page: "manual/reference/command/createIndexes", run: { createIndexes: "c", indexes: [] }, code: 2 },
      { name: "an index without a name", page: "manual/reference/command/createIndexes", run: { createIndexes: "c", indexes: [{ key: { a: 1 } }] }, code: [9, 40414] },
      { name: "an index with a direction of nothing", page: "manual/reference/command/createIndexes", run: { createIndexes: "c", indexes: [{ key: { a: 0 }, name: "a" }] }, code: 67 },
      { name: "a lower limit of a filter", page: "manual/reference/operator/aggregation/filter", run: { aggregate: "c", pipeline: [{ $project: { x: { $filter: { input: [1], cond: true, limit: 0 } } } }], cursor: {} }, code: 327392 },
      { name: "a year that no date has", page: "manual/reference/operator/aggregation/dateFromParts", run: { aggregate: "c", pipeline: [{ $project: { x: { $dateFromParts: { year: 10000 } } } }], cursor: {} }, code: 40523 }
    ]
  },
  {
    group: "collation",
    page: "manual/reference/collation",
    documents: [{ _id: 1, name: "Anna" }, { _id: 2, name: "anna" }, { _id: 3, name: "ANNA" }, { _id: 4, name: "Änna" }, { _id: 5, name: "Bo" }],
    alsoWith: [{ key: { name: 1 } }],
    cases: [
      { name: "without collation text compares by its code points", run: { find: "c", filter: { name: "anna" } }, ids: [2] },
      { name: "strength 2 does not look at case", run: { find: "c", filter: { name: "anna" }, collation: { locale: "en", strength: 2 } }, ids: [1, 2, 3] },
      { name: "strength 1 does not look at accents either", run: { find: "c", filter: { name: "anna" }, collation: { locale: "en", strength: 1 } }, ids: [1, 2, 3, 4] },
      { name: "a count", run: { count: "c", query: { name: "ANNA" }, collation: { locale: "en", strength: 2 } }, reply: { n: 3 } }
    ]
  }
]
