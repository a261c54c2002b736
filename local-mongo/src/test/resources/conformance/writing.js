[
  {
    group: "insert",
    page: "manual/reference/command/insert",
    documents: [{ _id: 2, u: 1 }],
    cases: [
      { name: "documents are inserted", run: { insert: "c", documents: [{ _id: 1, a: 1 }, { _id: 3 }] }, reply: { n: 2 }, after: [{ _id: 1, a: 1 }, { _id: 2, u: 1 }, { _id: 3 }] },
      { name: "an ordered insert stops at a duplicate", page: "manual/reference/method/db.collection.insertMany", run: { insert: "c", documents: [{ _id: 1 }, { _id: 2 }, { _id: 3 }] }, reply: { n: 1, writeErrors: [{ index: 1, code: 11000 }] }, after: [{ _id: 1 }, { _id: 2, u: 1 }] },
      { name: "an unordered insert goes on", page: "manual/reference/method/db.collection.insertMany", run: { insert: "c", ordered: false, documents: [{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 1 }] }, reply: { n: 2, writeErrors: [{ index: 1, code: 11000 }, { index: 3, code: 11000 }] }, after: [{ _id: 1 }, { _id: 2, u: 1 }, { _id: 3 }] },
      { name: "1 and 1.0 are one identifier", page: "manual/reference/bson-type-comparison-order", run: { insert: "c", documents: [{ _id: 2.0 }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 11000 }] } },
      { name: "a document without _id gets one", page: "manual/core/document", run: { insert: "c", documents: [{ a: 1 }] }, reply: { n: 1 }, find: { _id: { $type: "objectId" } }, projection: { _id: 0 }, docs: [{ a: 1 }] },
      { name: "_id comes first", page: "manual/core/document", run: { insert: "c", documents: [{ a: 1, _id: 7 }] }, find: { _id: 7 }, docs: [{ _id: 7, a: 1 }] },
      { name: "_id is no array", page: "manual/core/document", run: { insert: "c", documents: [{ _id: [1] }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 53 }] }, unchanged: true },
      { name: "a document may be an identifier", page: "manual/core/document", run: { insert: "c", documents: [{ _id: { a: 1, b: 2 } }, { _id: { b: 2, a: 1 } }] }, reply: { n: 2 } },
      { name: "an insert makes the collection", run: { insert: "other", documents: [{ _id: 1 }] }, reply: { n: 1 } },
      { name: "a document comes back as it was written", page: "manual/reference/bson-types", run: { insert: "c", documents: [{ _id: 1, "张三": 1, long: NumberLong(1), double: 1.0, decimal: NumberDecimal("1.10"), date: ISODate("2025-01-23T01:02:03.004Z"), uuid: UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), nothing: null, empty: {}, list: [[], [null]], yes: true, id: ObjectId("507f1f77bcf86cd799439011"), bytes: BinData(0, "AAE=") }] }, find: { _id: 1 }, docs: [{ _id: 1, "张三": 1, long: NumberLong(1), double: 1.0, decimal: NumberDecimal("1.10"), date: ISODate("2025-01-23T01:02:03.004Z"), uuid: UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), nothing: null, empty: {}, list: [[], [null]], yes: true, id: ObjectId("507f1f77bcf86cd799439011"), bytes: BinData(0, "AAE=") }] },
      { name: "a name of a collection with a dollar is refused", page: "manual/reference/limits", run: { insert: "a$b", documents: [{ _id: 1 }] }, code: 73 }
    ]
  },
  {
    group: "delete",
    page: "manual/reference/command/delete",
    documents: [{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 2 }, { _id: 4, a: [1, 5] }],
    alsoWith: [{ key: { a: 1 } }],
    cases: [
      { name: "limit 1 deletes one", run: { delete: "c", deletes: [{ q: { a: 1 }, limit: 1 }] }, reply: { n: 1 } },
      { name: "limit 0 deletes all that match", run: { delete: "c", deletes: [{ q: { a: 1 }, limit: 0 }] }, reply: { n: 3 }, after: [{ _id: 3, a: 2 }] },
      { name: "nothing to delete", run: { delete: "c", deletes: [{ q: { a: 9 }, limit: 0 }] }, reply: { n: 0 }, unchanged: true },
      { name: "several deletes", run: { delete: "c", deletes: [{ q: { _id: 1 }, limit: 1 }, { q: { a: { $gt: 4 } }, limit: 0 }] }, reply: { n: 2 }, after: [{ _id: 2, a: 1 }, { _id: 3, a: 2 }] },
      { name: "deleting by a pattern that is refused", run: { delete: "c", deletes: [{ q: { a: { $foo: 1 } }, limit: 0 }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 2 }] }, unchanged: true },
      { name: "a collection that is not there", run: { delete: "other", deletes: [{ q: {}, limit: 0 }] }, reply: { n: 0 } }
    ]
  },
  {
    group: "findAndModify",
    page: "manual/reference/command/findAndModify",
    documents: [{ _id: 1, due: 5 }, { _id: 2, due: 3 }, { _id: 3, due: 9, u: 1 }, { _id: 4, u: 2 }],
    indexes: [{ key: { u: 1 }, name: "u_1", unique: true, sparse: true }],
    alsoWith: [{ key: { due: 1 } }],
    cases: [
      { name: "it answers the document as it was", run: { findAndModify: "c", query: { _id: 1 }, update: { $set: { taken: true } } }, reply: { lastErrorObject: { n: 1, updatedExisting: true } }, value: { _id: 1, due: 5 }, changed: { _id: 1, due: 5, taken: true } },
      { name: "it answers the document as it is now", run: { findAndModify: "c", query: { _id: 1 }, update: { $inc: { due: 1 } }, new: true }, value: { _id: 1, due: 6 } },
      { name: "it takes the first of an order", run: { findAndModify: "c", query: { due: { $exists: true } }, sort: { due: 1 }, update: { $set: { taken: true } } }, value: { _id: 2, due: 3 } },
      { name: "it takes the last of an order", run: { findAndModify: "c", query: {}, sort: { due: -1 }, update: { $set: { taken: true } }, new: true, fields: { taken: 1 } }, value: { _id: 3, taken: true } },
      { name: "it shows some fields", run: { findAndModify: "c", query: { _id: 1 }, update: { $set: { x: 1 } }, fields: { _id: 0, due: 1 } }, value: { due: 5 } },
      { name: "it finds nothing", run: { findAndModify: "c", query: { _id: 9 }, update: { $set: { x: 1 } } }, reply: { lastErrorObject: { n: 0, updatedExisting: false } }, value: null, unchanged: true },
      { name: "it removes", run: { findAndModify: "c", query: { due: { $gt: 4 } }, sort: { due: 1 }, remove: true }, reply: { lastErrorObject: { n: 1 } }, value: { _id: 1, due: 5 }, after: [{ _id: 2, due: 3 }, { _id: 3, due: 9, u: 1 }, { _id: 4, u: 2 }] },
      { name: "it upserts and answers nothing", run: { findAndModify: "c", query: { _id: 9 }, update: { $set: { x: 1 } }, upsert: true }, reply: { lastErrorObject: { n: 1, updatedExisting: false, upserted: 9 } }, value: null },
      { name: "it upserts and answers what is new", run: { findAndModify: "c", query: { _id: 9 }, update: { $set: { x: 1 } }, upsert: true, new: true }, value: { _id: 9, x: 1 } },
      { name: "it replaces", run: { findAndModify: "c", query: { _id: 1 }, update: { other: 1 }, new: true }, value: { _id: 1, other: 1 } },
      { name: "it refuses a duplicate", page: "manual/reference/error-codes", run: { findAndModify: "c", query: { _id: 4 }, update: { $set: { u: 1 } } }, code: 11000, unchanged: true },
      { name: "it does not remove and update", run: { findAndModify: "c", query: { _id: 4 }, update: { $set: { u: 1 } }, remove: true }, code: 9, unchanged: true },
      { name: "it does not answer what it has removed as new", run: { findAndModify: "c", query: { _id: 4 }, remove: true, new: true }, code: 9, unchanged: true },
      { name: "it uses array filters", page: "manual/reference/operator/update/positional-filtered", run: { findAndModify: "c", query: { _id: 1 }, update: { $set: { list: [1, 2, 3] } }, new: true }, value: { _id: 1, due: 5, list: [1, 2, 3] } }
    ]
  }
]
