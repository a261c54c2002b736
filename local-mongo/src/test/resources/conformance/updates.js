[
  {
    group: "fields",
    page: "manual/reference/operator/update-field",
    documents: [{ _id: 1, n: 5, d: NumberDecimal("0.10"), t: "x", when: ISODate("2025-02-01T00:00:00Z"), deep: { er: 1 }, list: [1, 2, 3], nothing: null }, { _id: 2, n: 7 }],
    cases: [
      { name: "$set of a new field", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { x: "new" } } }] }, reply: { n: 1, nModified: 1 }, changed: { _id: 2, n: 7, x: "new" } },
      { name: "$set of a path makes the documents on it", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { "a.b.c": 1 } } }] }, changed: { _id: 2, n: 7, a: { b: { c: 1 } } } },
      { name: "$set keeps the other fields of a document", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { "deep.more": [] }, $unset: { list: "", d: "", t: "", when: "", nothing: "" } } }] }, changed: { _id: 1, n: 5, deep: { er: 1, more: [] } } },
      { name: "$set of the value that is there modifies nothing", page: "manual/reference/command/update", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { n: 7 } } }] }, reply: { n: 1, nModified: 0 } },
      { name: "fields in another order make another document", page: "manual/reference/operator/update/set", run: [{ update: "c", updates: [{ q: { _id: 2 }, u: { $set: { s: { a: 1, b: 2 } } } }] }, { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { s: { b: 2, a: 1 } } } }] }], reply: { n: 1, nModified: 1 }, changed: { _id: 2, n: 7, s: { b: 2, a: 1 } } },
      { name: "the same number of another type is another value", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { n: NumberLong(7) } } }] }, reply: { n: 1, nModified: 1 }, changed: { _id: 2, n: NumberLong(7) } },
      { name: "$set of an element by its position", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { "list.1": "two" } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, "two", 3] }] },
      { name: "$set behind the end of an array fills with null", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { "list.4": 5 } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, 2, 3, null, 5] }] },
      { name: "$set through a number is refused", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { "n.x": 1 } } }] }, reply: { writeErrors: [{ index: 0, code: 28 }], n: 0 }, unchanged: true },
      { name: "$set of nothing changes nothing", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: {} } }] }, reply: { n: 1, nModified: 0 }, unchanged: true },
      { name: "$set of null is not $unset", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { n: null } } }] }, changed: { _id: 2, n: null } },
      { name: "$set of new fields goes by their names", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { z: 1, b: 2, k: 3 } } }] }, changed: { _id: 2, n: 7, b: 2, k: 3, z: 1 } },
      { name: "$unset", page: "manual/reference/operator/update/unset", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $unset: { n: "" } } }] }, reply: { n: 1, nModified: 1 }, changed: { _id: 2 } },
      { name: "$unset of what is not there", page: "manual/reference/operator/update/unset", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $unset: { x: "", "y.z": "" } } }] }, reply: { n: 1, nModified: 0 }, unchanged: true },
      { name: "$unset of an element leaves null", page: "manual/reference/operator/update/unset", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $unset: { "list.1": "" } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, null, 3] }] },
      { name: "$inc", page: "manual/reference/operator/update/inc", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $inc: { n: -2, fresh: 3 } } }] }, changed: { _id: 2, n: 5, fresh: 3 } },
      { name: "$inc of decimals is exact", page: "manual/reference/operator/update/inc", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $inc: { d: NumberDecimal("0.20") } } }] }, find: { _id: 1 }, projection: { d: 1 }, docs: [{ _id: 1, d: NumberDecimal("0.30") }] },
      { name: "$inc by a long makes a long", page: "manual/reference/operator/update/inc", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $inc: { n: NumberLong(1) } } }] }, changed: { _id: 2, n: NumberLong(8) } },
      { name: "$inc by a decimal makes a decimal", page: "manual/reference/operator/update/inc", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $inc: { n: NumberDecimal("0.5") } } }] }, changed: { _id: 2, n: NumberDecimal("7.5") } },
      { name: "$inc of text is refused", page: "manual/reference/operator/update/inc", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $inc: { t: 1 } } }] }, reply: { writeErrors: [{ index: 0, code: 14 }] }, unchanged: true },
      { name: "$inc of null is refused", page: "manual/reference/operator/update/inc", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $inc: { nothing: 1 } } }] }, reply: { writeErrors: [{ index: 0, code: 14 }] }, unchanged: true },
      { name: "$mul", page: "manual/reference/operator/update/mul", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $mul: { n: 3, fresh: 3 } } }] }, changed: { _id: 2, n: 21, fresh: 0 } },
      { name: "$min takes the smaller", page: "manual/reference/operator/update/min", run: { update: "c", updates: [{ q: {}, u: { $min: { n: 6 } }, multi: true }] }, reply: { n: 2, nModified: 1 }, find: {}, projection: { n: 1 }, docs: [{ _id: 1, n: 5 }, { _id: 2, n: 6 }] },
      { name: "$min sets what is not there", page: "manual/reference/operator/update/min", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $min: { due: "2025-02-01" } } }] }, changed: { _id: 2, n: 7, due: "2025-02-01" } },
      { name: "$min compares types in their order", page: "manual/reference/operator/update/min", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $min: { t: 3 } } }] }, find: { _id: 1 }, projection: { t: 1 }, docs: [{ _id: 1, t: 3 }] },
      { name: "$max takes the larger", page: "manual/reference/operator/update/max", run: { update: "c", updates: [{ q: {}, u: { $max: { n: 6 } }, multi: true }] }, reply: { n: 2, nModified: 1 }, find: {}, projection: { n: 1 }, docs: [{ _id: 1, n: 6 }, { _id: 2, n: 7 }] },
      { name: "$max of dates", page: "manual/reference/operator/update/max", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $max: { when: ISODate("2025-01-31T00:00:00Z") } } }] }, reply: { n: 1, nModified: 0 }, unchanged: true },
      { name: "$rename", page: "manual/reference/operator/update/rename", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $rename: { n: "number" } } }] }, changed: { _id: 2, number: 7 } },
      { name: "$setOnInsert does nothing where something is found", page: "manual/reference/operator/update/setOnInsert", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $setOnInsert: { born: 1 }, $set: { n: 8 } }, upsert: true }] }, reply: { n: 1, nModified: 1 }, changed: { _id: 2, n: 8 } },
      { name: "two operators on one field are refused", page: "manual/reference/operator/update", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { n: 1 }, $inc: { n: 1 } } }] }, reply: { writeErrors: [{ index: 0, code: 40 }] }, unchanged: true },
      { name: "operators on a field and on a field in it are refused", page: "manual/reference/operator/update", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { deep: {} }, $inc: { "deep.er": 1 } } }] }, reply: { writeErrors: [{ index: 0, code: 40 }] }, unchanged: true },
      { name: "an unknown operator is refused", page: "manual/reference/operator/update", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $foo: { n: 1 } } }] }, reply: { writeErrors: [{ index: 0, code: 9 }] }, unchanged: true },
      { name: "_id does not change", page: "manual/reference/operator/update/set", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $set: { _id: 3 } } }] }, reply: { writeErrors: [{ index: 0, code: 66 }] }, unchanged: true }
    ]
  },
  {
    group: "the smallest document",
    page: "manual/reference/bson-type-comparison-order",
    documents: [{ _id: "r", basis: { year: 2025, at: "2025-03-01", mode: true } }],
    cases: [
      { name: "$min replaces a document by one that is smaller in its first fields", run: { update: "c", updates: [{ q: { _id: "r" }, u: { $min: { basis: { year: 2025, at: "2025-02-01", mode: true } } } }] }, reply: { nModified: 1 }, changed: { _id: "r", basis: { year: 2025, at: "2025-02-01", mode: true } } },
      { name: "$min keeps a document that is smaller", run: { update: "c", updates: [{ q: { _id: "r" }, u: { $min: { basis: { year: 2026, at: "2024-01-01", mode: false } } } }] }, reply: { nModified: 0 }, unchanged: true },
      { name: "$min takes the document with fewer fields", run: { update: "c", updates: [{ q: { _id: "r" }, u: { $min: { basis: { year: 2025, at: "2025-03-01" } } } }] }, reply: { nModified: 1 }, changed: { _id: "r", basis: { year: 2025, at: "2025-03-01" } } }
    ]
  },
  {
    group: "arrays",
    page: "manual/reference/operator/update-array",
    documents: [{ _id: 1, list: [1, 2, 3], n: 5, events: [{ seq: 1, id: "a" }, { seq: 2, id: "b" }, { seq: 3, id: "c" }], scores: [7, 2, 9] }, { _id: 2 }],
    cases: [
      { name: "$push", page: "manual/reference/operator/update/push", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { list: 4 } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, 2, 3, 4] }] },
      { name: "$push makes the array", page: "manual/reference/operator/update/push", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $push: { "a.list": "x" } } }] }, changed: { _id: 2, a: { list: ["x"] } } },
      { name: "$push of an array is one element", page: "manual/reference/operator/update/push", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $push: { list: [1, 2] } } }] }, changed: { _id: 2, list: [[1, 2]] } },
      { name: "$push with $each", page: "manual/reference/operator/update/each", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { list: { $each: [4, 5] } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, 2, 3, 4, 5] }] },
      { name: "$push with $slice keeps the last", page: "manual/reference/operator/update/slice", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { list: { $each: [4, 5], $slice: -3 } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [3, 4, 5] }] },
      { name: "$push with $slice keeps the first", page: "manual/reference/operator/update/slice", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { list: { $each: [4, 5], $slice: 4 } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, 2, 3, 4] }] },
      { name: "$push with $slice 0 empties", page: "manual/reference/operator/update/slice", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { list: { $each: [4], $slice: 0 } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [] }] },
      { name: "$push of nothing with $slice cuts", page: "manual/reference/operator/update/slice", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { list: { $each: [], $slice: -1 } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [3] }] },
      { name: "$push with $position", page: "manual/reference/operator/update/position", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { list: { $each: [0], $position: 0 } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [0, 1, 2, 3] }] },
      { name: "$push with $sort", page: "manual/reference/operator/update/sort", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { scores: { $each: [5], $sort: -1 } } } }] }, find: { _id: 1 }, projection: { scores: 1 }, docs: [{ _id: 1, scores: [9, 7, 5, 2] }] },
      { name: "$push with $sort by a field and $slice", page: "manual/reference/operator/update/sort", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { events: { $each: [{ seq: 0, id: "z" }], $sort: { seq: 1 }, $slice: 2 } } } }] }, find: { _id: 1 }, projection: { events: 1 }, docs: [{ _id: 1, events: [{ seq: 0, id: "z" }, { seq: 1, id: "a" }] }] },
      { name: "$push on a number is refused", page: "manual/reference/operator/update/push", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $push: { n: 1 } } }] }, reply: { writeErrors: [{ index: 0, code: 2 }] }, unchanged: true },
      { name: "$addToSet of a new element", page: "manual/reference/operator/update/addToSet", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $addToSet: { list: 9 } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, 2, 3, 9] }] },
      { name: "$addToSet of what is there", page: "manual/reference/operator/update/addToSet", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $addToSet: { list: 2 } } }] }, reply: { n: 1, nModified: 0 }, unchanged: true },
      { name: "$addToSet with $each", page: "manual/reference/operator/update/addToSet", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $addToSet: { list: { $each: [3, 4, 4] } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, 2, 3, 4] }] },
      { name: "$addToSet makes the array", page: "manual/reference/operator/update/addToSet", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $addToSet: { people: { $each: [UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")] } } } }] }, changed: { _id: 2, people: [UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")] } },
      { name: "$addToSet of a document with its fields in another order", page: "manual/reference/operator/update/addToSet", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $addToSet: { events: { id: "a", seq: 1 } } } }] }, reply: { n: 1, nModified: 1 } },
      { name: "$pull of a value", page: "manual/reference/operator/update/pull", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pull: { list: 2 } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, 3] }] },
      { name: "$pull by a condition", page: "manual/reference/operator/update/pull", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pull: { list: { $gte: 2 } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1] }] },
      { name: "$pull of several values", page: "manual/reference/operator/update/pull", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pull: { list: { $in: [1, 3] } } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [2] }] },
      { name: "$pull of documents by their fields, as sent entries are forgotten", page: "manual/reference/operator/update/pull", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pull: { events: { id: { $in: ["a", "c", "x"] } } } } }] }, find: { _id: 1 }, projection: { events: 1 }, docs: [{ _id: 1, events: [{ seq: 2, id: "b" }] }] },
      { name: "$pull of documents by a bound", page: "manual/reference/operator/update/pull", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pull: { events: { seq: { $lte: 2 } } } } }] }, find: { _id: 1 }, projection: { events: 1 }, docs: [{ _id: 1, events: [{ seq: 3, id: "c" }] }] },
      { name: "$pull where there is no array", page: "manual/reference/operator/update/pull", run: { update: "c", updates: [{ q: { _id: 2 }, u: { $pull: { list: 2 } } }] }, reply: { n: 1, nModified: 0 }, unchanged: true },
      { name: "$pull from a number is refused", page: "manual/reference/operator/update/pull", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pull: { n: 5 } } }] }, reply: { writeErrors: [{ index: 0, code: 2 }] }, unchanged: true },
      { name: "$pullAll", page: "manual/reference/operator/update/pullAll", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pullAll: { list: [1, 3, 8] } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [2] }] },
      { name: "$pop of the last", page: "manual/reference/operator/update/pop", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pop: { list: 1 } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [1, 2] }] },
      { name: "$pop of the first", page: "manual/reference/operator/update/pop", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $pop: { list: -1 } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [2, 3] }] },
      { name: "$ is the element that the filter found", page: "manual/reference/operator/update/positional", run: { update: "c", updates: [{ q: { _id: 1, "events.id": "b" }, u: { $set: { "events.$.seq": 20 } } }] }, find: { _id: 1 }, projection: { events: 1 }, docs: [{ _id: 1, events: [{ seq: 1, id: "a" }, { seq: 20, id: "b" }, { seq: 3, id: "c" }] }] },
      { name: "$[] is every element", page: "manual/reference/operator/update/positional-all", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $inc: { "list.$[]": 10 } } }] }, find: { _id: 1 }, projection: { list: 1 }, docs: [{ _id: 1, list: [11, 12, 13] }] },
      { name: "$[x] is every element that its filter finds", page: "manual/reference/operator/update/positional-filtered", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { "events.$[late].sent": true } }, arrayFilters: [{ "late.seq": { $gte: 2 } }] }] }, find: { _id: 1 }, projection: { events: 1 }, docs: [{ _id: 1, events: [{ seq: 1, id: "a" }, { seq: 2, id: "b", sent: true }, { seq: 3, id: "c", sent: true }] }] },
      { name: "an array filter that nothing uses is refused", page: "manual/reference/operator/update/positional-filtered", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { n: 1 } }, arrayFilters: [{ x: 1 }] }] }, reply: { writeErrors: [{ index: 0, code: 9 }] }, unchanged: true }
    ]
  },
  {
    group: "one and many",
    page: "manual/reference/command/update",
    documents: [{ _id: 1, a: 1 }, { _id: 2, a: 2 }, { _id: 3, a: 3 }],
    indexes: [{ key: { a: 1 }, name: "a_1" }],
    cases: [
      { name: "an update changes one document", run: { update: "c", updates: [{ q: { a: { $gt: 1 } }, u: { $set: { hit: true } } }] }, reply: { n: 1, nModified: 1 } },
      { name: "a multi update changes all that match", run: { update: "c", updates: [{ q: { a: { $gt: 1 } }, u: { $set: { a: 3 } }, multi: true }] }, reply: { n: 2, nModified: 1 }, after: [{ _id: 1, a: 1 }, { _id: 2, a: 3 }, { _id: 3, a: 3 }] },
      { name: "an update along the index that it changes meets each document once", run: { update: "c", updates: [{ q: { a: { $gte: 1 } }, u: { $inc: { a: 10 } }, multi: true }] }, reply: { n: 3, nModified: 3 }, after: [{ _id: 1, a: 11 }, { _id: 2, a: 12 }, { _id: 3, a: 13 }] },
      { name: "a replacement keeps _id alone", page: "manual/tutorial/update-documents", run: { update: "c", updates: [{ q: { a: 2 }, u: { b: 1 } }] }, reply: { n: 1, nModified: 1 }, changed: { _id: 2, b: 1 } },
      { name: "a replacement with another _id is refused", page: "manual/tutorial/update-documents", run: { update: "c", updates: [{ q: { a: 2 }, u: { _id: 9, b: 1 } }] }, reply: { writeErrors: [{ index: 0, code: 66 }] }, unchanged: true },
      { name: "a replacement of many is refused", run: { update: "c", updates: [{ q: { a: { $gt: 1 } }, u: { b: 1 }, multi: true }] }, reply: { writeErrors: [{ index: 0, code: 9 }] }, unchanged: true },
      { name: "an update of the known version", page: "manual/core/write-operations-atomicity", run: { update: "c", updates: [{ q: { _id: 1, a: 1 }, u: { $set: { a: 2 } } }] }, reply: { n: 1, nModified: 1 } },
      { name: "an update of a stale version finds nothing", page: "manual/core/write-operations-atomicity", run: { update: "c", updates: [{ q: { _id: 1, a: 7 }, u: { $set: { a: 2 } } }] }, reply: { n: 0, nModified: 0 }, unchanged: true },
      { name: "several updates in one command", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { a: 7 } } }, { q: { a: 7 }, u: { $set: { b: 1 } } }] }, reply: { n: 2, nModified: 2 }, changed: { _id: 1, a: 7, b: 1 } },
      { name: "an ordered command stops at its first error", run: { update: "c", updates: [{ q: { _id: 1 }, u: { $set: { b: 1 } } }, { q: { _id: 2 }, u: { $set: { _id: 5 } } }, { q: { _id: 3 }, u: { $set: { b: 1 } } }] }, reply: { n: 1, nModified: 1, writeErrors: [{ index: 1, code: 66 }] }, after: [{ _id: 1, a: 1, b: 1 }, { _id: 2, a: 2 }, { _id: 3, a: 3 }] },
      { name: "an unordered command goes on", run: { update: "c", ordered: false, updates: [{ q: { _id: 1 }, u: { $set: { b: 1 } } }, { q: { _id: 2 }, u: { $set: { _id: 5 } } }, { q: { _id: 3 }, u: { $set: { b: 1 } } }] }, reply: { n: 2, nModified: 2, writeErrors: [{ index: 1, code: 66 }] }, after: [{ _id: 1, a: 1, b: 1 }, { _id: 2, a: 2 }, { _id: 3, a: 3, b: 1 }] }
    ]
  },
  {
    group: "upsert",
    page: "manual/reference/method/db.collection.update",
    documents: [{ _id: "known", version: 2, seq: { s: NumberLong(5) } }],
    cases: [
      { name: "an upsert takes what the filter fixes", run: { update: "c", updates: [{ q: { _id: "new", kind: "k", "a.b": 1, n: { $gt: 3 } }, u: { $set: { x: 1 } }, upsert: true }] }, reply: { n: 1, nModified: 0, upserted: [{ index: 0, _id: "new" }] }, find: { _id: "new" }, docs: [{ _id: "new", a: { b: 1 }, kind: "k", x: 1 }], anyOrderOfFields: true },
      { name: "an upsert takes what $and and $eq fix", run: { update: "c", updates: [{ q: { $and: [{ _id: "new" }, { kind: { $eq: "k" } }] }, u: { $set: { x: 1 } }, upsert: true }] }, reply: { n: 1, upserted: [{ index: 0, _id: "new" }] }, find: { _id: "new" }, docs: [{ _id: "new", kind: "k", x: 1 }], anyOrderOfFields: true },
      { name: "an upsert that finds something updates", run: { update: "c", updates: [{ q: { _id: "known" }, u: { $set: { version: 3 }, $setOnInsert: { born: 1 } }, upsert: true }] }, reply: { n: 1, nModified: 1 }, absent: ["upserted"], changed: { _id: "known", version: 3, seq: { s: NumberLong(5) } } },
      { name: "$setOnInsert sets where nothing was found", page: "manual/reference/operator/update/setOnInsert", run: { update: "c", updates: [{ q: { _id: "new" }, u: { $setOnInsert: { born: 1 }, $inc: { count: 1 } }, upsert: true }] }, reply: { n: 1, upserted: [{ index: 0, _id: "new" }] }, find: { _id: "new" }, docs: [{ _id: "new", born: 1, count: 1 }], anyOrderOfFields: true },
      { name: "an upsert by replacement", run: { update: "c", updates: [{ q: { _id: "new" }, u: { x: 1 }, upsert: true }] }, reply: { n: 1, upserted: [{ index: 0, _id: "new" }] }, find: { _id: "new" }, docs: [{ _id: "new", x: 1 }] },
      { name: "an upsert with an operator on _id makes an identifier", run: { update: "c", updates: [{ q: { kind: "k" }, u: { $set: { x: 1 } }, upsert: true }] }, reply: { n: 1, nModified: 0 }, find: { kind: "k", _id: { $type: "objectId" } }, projection: { _id: 0 }, docs: [{ kind: "k", x: 1 }] },
      { name: "an upsert of a stale version is a duplicate", page: "manual/reference/error-codes", run: { update: "c", updates: [{ q: { _id: "known", version: 1 }, u: { $set: { version: 2 } }, upsert: true }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 11000 }] }, unchanged: true },
      { name: "news are learned where older ones are known", page: "manual/reference/operator/query/not", run: { update: "c", updates: [{ q: { _id: "known", "seq.s": { $not: { $gte: NumberLong(6) } } }, u: { $set: { x: 1, "seq.s": NumberLong(6) } }, upsert: true }] }, reply: { n: 1, nModified: 1 }, changed: { _id: "known", version: 2, seq: { s: NumberLong(6) }, x: 1 } },
      { name: "news are learned where nothing is known", page: "manual/reference/operator/query/not", run: { update: "c", updates: [{ q: { _id: "fresh", "seq.s": { $not: { $gte: NumberLong(6) } } }, u: { $set: { x: 1, "seq.s": NumberLong(6) } }, upsert: true }] }, reply: { n: 1, upserted: [{ index: 0, _id: "fresh" }] }, find: { _id: "fresh" }, docs: [{ _id: "fresh", seq: { s: NumberLong(6) }, x: 1 }], anyOrderOfFields: true },
      { name: "news of another source are learned beside", page: "manual/reference/operator/query/not", run: { update: "c", updates: [{ q: { _id: "known", "seq.t": { $not: { $gte: NumberLong(1) } } }, u: { $set: { "seq.t": NumberLong(1) } }, upsert: true }] }, reply: { n: 1, nModified: 1 }, changed: { _id: "known", version: 2, seq: { s: NumberLong(5), t: NumberLong(1) } } },
      { name: "old news are a duplicate, and change nothing", page: "manual/reference/error-codes", run: { update: "c", updates: [{ q: { _id: "known", "seq.s": { $not: { $gte: NumberLong(5) } } }, u: { $set: { x: 1, "seq.s": NumberLong(5) } }, upsert: true }] }, reply: { n: 0, writeErrors: [{ index: 0, code: 11000 }] }, unchanged: true },
      { name: "a multi upsert", run: { update: "c", updates: [{ q: { _id: "new" }, u: { $set: { x: 1 } }, upsert: true, multi: true }] }, reply: { n: 1, upserted: [{ index: 0, _id: "new" }] } },
      { name: "an upsert into a collection that is not there makes it", run: { update: "other", updates: [{ q: { _id: 1 }, u: { $set: { x: 1 } }, upsert: true }] }, reply: { n: 1, upserted: [{ index: 0, _id: 1 }] } }
    ]
  },
  {
    group: "pipelines",
    page: "manual/tutorial/update-documents-with-aggregation-pipeline",
    documents: [{ _id: 1, a: 2, b: 3, old: "x" }],
    cases: [
      { name: "$set computes from the document", run: { update: "c", updates: [{ q: { _id: 1 }, u: [{ $set: { sum: { $add: ["$a", "$b"] } } }] }] }, reply: { n: 1, nModified: 1 }, changed: { _id: 1, a: 2, b: 3, old: "x", sum: 5 } },
      { name: "$unset in a pipeline", run: { update: "c", updates: [{ q: { _id: 1 }, u: [{ $unset: ["old", "b"] }] }] }, changed: { _id: 1, a: 2 } },
      { name: "$replaceWith", run: { update: "c", updates: [{ q: { _id: 1 }, u: [{ $replaceWith: { was: "$a" } }] }] }, changed: { _id: 1, was: 2 } }
    ]
  }
]
