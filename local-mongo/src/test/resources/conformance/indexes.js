[
  {
    group: "unique",
    page: "manual/core/index-unique",
    documents: [{ _id: 1, n: 1, tags: ["a", "b", "a"], kind: "x" }, { _id: 2, n: 2, tags: ["c"], kind: "x" }],
    indexes: [{ key: { n: 1 }, name: "n_1", unique: true }, { key: { tags: -1 }, name: "tags_-1", unique: true, sparse: true }, { key: { kind: 1, n: 1 }, name: "kind_1_n_1", unique: true }],
    cases: [
      { name: "an insert of a value that is there is refused", page: "manual/reference/error-codes", run: { insert: "c", documents: [{ _id: 3, n: 2 }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 11000, keyPattern: { n: 1 }, keyValue: { n: 2 } }] }, unchanged: true },
      { name: "an update to a value that is there is refused", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { n: 2, other: 1 } } }] }, reply: { n: 0, nModified: 0, writeErrors: [{ index: 0, code: 11000 }] }, unchanged: true },
      { name: "values of other numeric types are the same", run: { insert: "c", documents: [{ _id: 3, n: NumberDecimal("2.0") }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 11000 }] } },
      { name: "a missing field counts as null, once", run: { insert: "c", ordered: false, documents: [{ _id: 3, kind: "y" }, { _id: 4, kind: "z" }, { _id: 5, n: null }] }, reply: { n: 1, writeErrors: [{ index: 1, code: 11000 }, { index: 2, code: 11000 }] } },
      { name: "elements of arrays are unique between documents, not within one", run: { insert: "c", documents: [{ _id: 3, n: 3, tags: ["d", "b"] }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 11000 }] } },
      { name: "a sparse unique index lets documents without the field in", page: "manual/core/index-sparse", run: { insert: "c", documents: [{ _id: 3, n: 3, kind: "y" }, { _id: 4, n: 4, kind: "y" }] }, reply: { n: 2 } },
      { name: "a freed value may be taken again", run: [{ update: "c", updates: [{ q: { _id: 2 }, u: { $set: { n: 5 } } }] }, { insert: "c", documents: [{ _id: 3, n: 2, kind: "x" }] }], reply: { n: 1 } },
      { name: "a multi update stops at the duplicate", run: { update: "c", updates: [{ q: {}, u: { $set: { n: 7 } }, multi: true }] }, reply: { writeErrors: [{ index: 0, code: 11000 }] } },
      { name: "a unique index over duplicates is not made", page: "manual/reference/command/createIndexes", run: { createIndexes: "c", indexes: [{ key: { kind: 1 }, name: "kind_1", unique: true }] }, code: 11000 }
    ]
  },
  {
    group: "partial",
    page: "manual/core/index-partial",
    documents: [{ _id: 1, seat: 1, taken: false }, { _id: 2, seat: 1, taken: true }, { _id: 3, seat: 2, taken: true }],
    indexes: [{ key: { seat: 1 }, name: "seats", unique: true, partialFilterExpression: { taken: true } }],
    cases: [
      { name: "a partial unique index knows only the documents of its filter", run: { insert: "c", documents: [{ _id: 4, seat: 1, taken: false }] }, reply: { n: 1 } },
      { name: "a document that comes under the filter is checked", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { taken: true } } }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 11000 }] }, unchanged: true },
      { name: "a document that leaves the filter frees its value", run: [{ update: "c", updates: [{ q: { _id: 2 }, u: { $set: { taken: false } } }] }, { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { taken: true } } }] }], reply: { n: 1, nModified: 1 } },
      { name: "a query beyond the filter finds everything", find: { seat: 1 }, ids: [1, 2] },
      { name: "a query under the filter", find: { seat: 1, taken: true }, ids: [2] }
    ]
  },
  {
    group: "making and dropping",
    page: "manual/reference/command/createIndexes",
    documents: [{ _id: 1, a: 1, b: 1 }],
    indexes: [{ key: { a: 1 }, name: "a_1" }, { key: { b: 1, a: -1 }, name: "b_1_a_-1", sparse: true }],
    cases: [
      { name: "a new index", run: { createIndexes: "c", indexes: [{ key: { z: 1 }, name: "z_1" }] }, reply: { numIndexesBefore: 3, numIndexesAfter: 4 } },
      { name: "an index that is there already", run: { createIndexes: "c", indexes: [{ key: { a: 1 }, name: "a_1" }] }, reply: { numIndexesBefore: 3, numIndexesAfter: 3 } },
      { name: "an index in a collection that is not there makes it", run: { createIndexes: "other", indexes: [{ key: { z: 1 }, name: "z_1" }] }, reply: { numIndexesBefore: 1, numIndexesAfter: 2, createdCollectionAutomatically: true } },
      { name: "another index under the same name is refused", page: "manual/reference/error-codes", run: { createIndexes: "c", indexes: [{ key: { z: 1 }, name: "a_1" }] }, code: 86 },
      { name: "the same keys under another name are refused", page: "manual/reference/error-codes", run: { createIndexes: "c", indexes: [{ key: { a: 1 }, name: "other" }] }, code: 85 },
      { name: "the list of indexes", page: "manual/reference/command/listIndexes", run: { listIndexes: "c" }, contains: [{ v: 2, key: { _id: 1 }, name: "_id_" }, { v: 2, key: { a: 1 }, name: "a_1" }, { v: 2, key: { b: 1, a: -1 }, name: "b_1_a_-1", sparse: true }] },
      { name: "the list of a collection that is not there", page: "manual/reference/command/listIndexes", run: { listIndexes: "other" }, code: 26 },
      { name: "an index is dropped by its name", page: "manual/reference/command/dropIndexes", run: { dropIndexes: "c", index: "a_1" }, reply: { nIndexesWas: 3 } },
      { name: "an index is dropped by its keys", page: "manual/reference/command/dropIndexes", run: { dropIndexes: "c", index: { b: 1, a: -1 } }, reply: { nIndexesWas: 3 } },
      { name: "all indexes are dropped", page: "manual/reference/command/dropIndexes", run: [{ dropIndexes: "c", index: "*" }, { listIndexes: "c" }], contains: [{ v: 2, key: { _id: 1 }, name: "_id_" }] },
      { name: "dropping an index that is not there", page: "manual/reference/command/dropIndexes", run: { dropIndexes: "c", index: "nothing" }, code: 27 },
      { name: "the index of _id stays", page: "manual/reference/command/dropIndexes", run: { dropIndexes: "c", index: "_id_" }, code: 72 },
      { name: "two arrays under one index are refused", page: "manual/core/indexes/index-types/index-multikey/create-multikey-index-embedded", run: { insert: "c", documents: [{ _id: 2, a: [1], b: [2] }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 171 }] }, unchanged: true },
      { name: "an empty key is refused", run: { createIndexes: "c", indexes: [{ key: {}, name: "empty" }] }, code: 67 },
      { name: "an unknown kind of index is refused", run: { createIndexes: "c", indexes: [{ key: { a: "foo" }, name: "foo" }] }, code: 67 }
    ]
  },
  {
    group: "plans",
    page: "manual/reference/explain-results",
    documents: [
      { _id: "1", state: { insurerId: "i", area: "510104", members: ["p", "q"] }, due: "2025-03-01", outbox: [1] },
      { _id: "2", state: { insurerId: "i", area: "510200", members: ["q"] }, due: "2025-02-01" },
      { _id: "3", state: { insurerId: "j", area: "520000", members: [] } },
      { _id: "4", state: { insurerId: "j", area: "520001" }, due: "2025-04-01" }
    ],
    indexes: [
      { key: { "state.insurerId": 1, _id: 1 }, name: "insurer" },
      { key: { "state.area": 1, _id: 1 }, name: "area" },
      { key: { "state.members": 1, _id: 1 }, name: "members" },
      { key: { due: 1 }, name: "due", sparse: true }
    ],
    cases: [
      { name: "equality", run: { explain: { find: "c", filter: { "state.insurerId": "i" } } }, uses: "insurer" },
      { name: "equality with an order by the rest of the index sorts nothing", run: { explain: { find: "c", filter: { "state.insurerId": "i" }, sort: { _id: 1 }, limit: 1 } }, uses: "insurer", withoutStage: "SORT" },
      { name: "a page after an identifier", run: { explain: { find: "c", filter: { $and: [{ "state.insurerId": "i" }, { _id: { $gt: "1" } }] }, sort: { _id: 1 }, limit: 2 } }, usesOneOf: ["insurer", "_id_"], withoutStage: "SORT" },
      { name: "several values", page: "manual/reference/operator/query/in", run: { explain: { find: "c", filter: { "state.insurerId": { $in: ["i", "k"] } } } }, uses: "insurer" },
      { name: "the prefix of a text", page: "manual/reference/operator/query/regex", run: { explain: { find: "c", filter: { "state.area": { $regex: "^5101" } } } }, uses: "area" },
      { name: "elements of an array", page: "manual/core/indexes/index-types/index-multikey", run: { explain: { find: "c", filter: { "state.members": "p" } } }, uses: "members" },
      { name: "a range on a sparse index", page: "manual/core/index-sparse", run: { explain: { find: "c", filter: { due: { $lt: "2025-03-05" } }, sort: { due: 1 }, limit: 1 } }, uses: "due", withoutStage: "SORT" },
      { name: "both sides of an alternative", page: "manual/reference/operator/query/or", run: { explain: { find: "c", filter: { $or: [{ "state.insurerId": "i" }, { "state.members": "p" }] } } }, uses: ["insurer", "members"] },
      { name: "no index", run: { explain: { find: "c", filter: { "state.unknown": 1 } } }, uses: "nothing", withStage: "COLLSCAN" },
      { name: "the pattern of an aggregation", page: "manual/core/aggregation-pipeline-optimization", run: { explain: { aggregate: "c", pipeline: [{ $match: { "state.insurerId": "i" } }, { $group: { _id: "$state.area", n: { $sum: 1 } } }], cursor: {} } }, uses: "insurer" },
      { name: "a count", page: "manual/reference/command/count", run: { explain: { count: "c", query: { "state.insurerId": "i" } } }, uses: "insurer" },
      { name: "an update", page: "manual/reference/command/explain", run: { explain: { update: "c", updates: [{ q: { "state.insurerId": "i" }, u: { $set: { x: 1 } } }] } }, uses: "insurer", unchanged: true },
      { name: "a delete", page: "manual/reference/command/explain", run: { explain: { delete: "c", deletes: [{ q: { "state.insurerId": "i" }, limit: 0 }] } }, uses: "insurer", unchanged: true },
      { name: "a sparse index does not answer for what is missing", page: "manual/core/index-sparse", find: { due: null }, ids: ["3"] },
      { name: "a sparse index does not hide documents from an order", page: "manual/core/index-sparse", find: {}, sort: { due: 1 }, ids: ["3", "2", "1", "4"] },
      { name: "keys and documents examined are counted", run: { explain: { find: "c", filter: { due: { $gte: "2025-03-01" } } }, verbosity: "executionStats" }, reply: { executionStats: { nReturned: 2, totalKeysExamined: 2, totalDocsExamined: 2 } } },
      { name: "a hint by name", page: "manual/reference/method/cursor.hint", run: { find: "c", filter: { "state.insurerId": "i" }, hint: "area" }, ids: ["1", "2"] },
      { name: "a hint by keys", page: "manual/reference/method/cursor.hint", run: { explain: { find: "c", filter: { "state.insurerId": "i" }, hint: { "state.area": 1, _id: 1 } } }, uses: "area" },
      { name: "a hint at no index is refused", page: "manual/reference/method/cursor.hint", run: { find: "c", filter: {}, hint: "nothing" }, code: 2 },
      { name: "a hint at a sparse index shows what is in it", page: "manual/core/index-sparse", run: { find: "c", filter: {}, sort: { due: 1 }, hint: "due" }, ids: ["2", "1", "4"] }
    ]
  }
]
