[
  {
    group: "order of types",
    page: "manual/reference/bson-type-comparison-order",
    documents: [
      { _id: 1, v: MinKey },
      { _id: 2, v: null },
      { _id: 3 },
      { _id: 4, v: NumberDecimal("-1") },
      { _id: 5, v: 0 },
      { _id: 6, v: NumberLong(2) },
      { _id: 7, v: 2.5 },
      { _id: 8, v: "" },
      { _id: 9, v: "A" },
      { _id: 10, v: "a" },
      { _id: 11, v: { a: 1 } },
      { _id: 12, v: { a: 2 } },
      { _id: 13, v: BinData(0, "AAE=") },
      { _id: 14, v: ObjectId("507f1f77bcf86cd799439011") },
      { _id: 15, v: false },
      { _id: 16, v: true },
      { _id: 17, v: ISODate("1970-01-01T00:00:00Z") },
      { _id: 18, v: Timestamp(1, 1) },
      { _id: 19, v: /a/ },
      { _id: 20, v: MaxKey }
    ],
    alsoWith: [{ key: { v: 1 } }, { key: { v: -1, _id: -1 } }, { key: { v: 1, _id: 1 } }, { key: { v: -1, _id: 1 } }],
    cases: [
      { name: "all types, upwards", find: {}, sort: { v: 1, _id: 1 }, ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] },
      { name: "all types, downwards", find: {}, sort: { v: -1, _id: 1 }, ids: [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 2, 3, 1] },
      { name: "the first few of them", find: {}, sort: { v: 1, _id: 1 }, limit: 4, ids: [1, 2, 3, 4] },
      { name: "a window of them", find: {}, sort: { v: -1, _id: -1 }, skip: 2, limit: 3, ids: [18, 17, 16] },
      { name: "a filter before the order", find: { v: { $gte: 0 } }, sort: { v: -1 }, ids: [7, 6, 5] }
    ]
  },
  {
    group: "order of arrays of which the filter names an element",
    page: "manual/reference/method/cursor.sort",
    documents: [{ _id: 1, t: ["m", "z"] }, { _id: 2, t: ["m"] }, { _id: 3, t: ["a", "m"] }, { _id: 4, t: "m" }],
    alsoWith: [{ key: { t: 1 } }, { key: { t: 1, _id: -1 } }],
    cases: [
      { name: "the whole array orders, upwards", find: { t: "m" }, sort: { t: 1, _id: 1 }, ids: [3, 1, 2, 4] },
      { name: "the whole array orders, downwards", find: { t: "m" }, sort: { t: -1, _id: -1 }, ids: [1, 4, 3, 2] },
      { name: "the first of them", find: { t: "m" }, sort: { t: -1, _id: -1 }, limit: 2, ids: [1, 4] }
    ]
  },
  {
    group: "order of arrays",
    page: "manual/reference/bson-type-comparison-order",
    documents: [
      { _id: 1, v: [3, 1] },
      { _id: 2, v: 2 },
      { _id: 3, v: [] },
      { _id: 4, v: [5, 0] },
      { _id: 5, v: null },
      { _id: 6, v: "x" }
    ],
    alsoWith: [{ key: { v: 1 } }, { key: { v: -1 } }],
    cases: [
      { name: "upwards by the smallest element, the empty array before null", find: {}, sort: { v: 1 }, ids: [3, 5, 4, 1, 2, 6] },
      { name: "downwards by the largest element", find: {}, sort: { v: -1 }, ids: [6, 4, 1, 2, 5, 3] }
    ]
  },
  {
    group: "order of several fields",
    page: "manual/reference/method/cursor.sort",
    documents: [
      { _id: 1, kind: "b", at: { day: 2 }, lines: [{ n: 4 }, { n: 9 }] },
      { _id: 2, kind: "a", at: { day: 3 }, lines: [{ n: 5 }] },
      { _id: 3, kind: "b", at: { day: 1 }, lines: [{ n: 1 }, { n: 8 }] },
      { _id: 4, kind: "a", at: {} },
      { _id: 5, kind: "A", at: { day: 3 } }
    ],
    alsoWith: [{ key: { kind: 1, "at.day": 1 } }, { key: { kind: 1, "at.day": -1 } }, { key: { "lines.n": 1 } }, { key: { "at.day": -1 } }],
    cases: [
      { name: "the second field decides among equals", find: {}, sort: { kind: 1, "at.day": 1 }, ids: [5, 4, 2, 3, 1] },
      { name: "both directions in one order", find: {}, sort: { kind: 1, "at.day": -1 }, ids: [5, 2, 4, 1, 3] },
      { name: "a path into a document, what is missing first", find: {}, sort: { "at.day": 1, _id: -1 }, ids: [4, 3, 1, 5, 2] },
      { name: "a path into an array", find: {}, sort: { "lines.n": 1, _id: 1 }, ids: [4, 5, 3, 1, 2] },
      { name: "a path into an array, downwards", find: {}, sort: { "lines.n": -1, _id: 1 }, ids: [1, 3, 2, 4, 5] },
      { name: "one field fixed by the filter", find: { kind: "b" }, sort: { "at.day": 1 }, ids: [3, 1] },
      { name: "identifiers downwards after one", find: { _id: { $lt: 4 } }, sort: { _id: -1 }, limit: 2, ids: [3, 2] }
    ]
  },
  {
    group: "order of identifiers",
    page: "manual/reference/bson-type-comparison-order",
    documents: [{ _id: "b" }, { _id: NumberLong(10) }, { _id: 9.5 }, { _id: { n: 1 } }, { _id: "a" }, { _id: ISODate("2025-01-01T00:00:00Z") }, { _id: NumberDecimal("-3.5") }],
    cases: [
      { name: "identifiers of all types upwards", find: {}, sort: { _id: 1 }, ids: [NumberDecimal("-3.5"), 9.5, NumberLong(10), "a", "b", { n: 1 }, ISODate("2025-01-01T00:00:00Z")] },
      { name: "an identifier is found in another numeric type", find: { _id: 10 }, ids: [NumberLong(10)] },
      { name: "identifiers between two numbers", find: { _id: { $gt: -4, $lt: 9.7 } }, sort: { _id: -1 }, ids: [9.5, NumberDecimal("-3.5")] }
    ]
  },
  {
    group: "order of numbers",
    page: "manual/reference/bson-type-comparison-order",
    documents: [
      { _id: 1, n: NumberLong("9007199254740993") },
      { _id: 2, n: 9007199254740992.0 },
      { _id: 3, n: NumberDecimal("9007199254740992.5") },
      { _id: 4, n: NumberDecimal("0.10") },
      { _id: 5, n: 0.1 },
      { _id: 6, n: NumberDecimal("1E-3") },
      { _id: 7, n: -Infinity },
      { _id: 8, n: Infinity },
      { _id: 9, n: NumberLong("-9223372036854775808") }
    ],
    alsoWith: [{ key: { n: 1 } }, { key: { n: -1 } }],
    cases: [
      { name: "numbers compare by their exact values", find: {}, sort: { n: 1 }, ids: [7, 9, 6, 4, 5, 2, 3, 1, 8] },
      { name: "downwards", find: {}, sort: { n: -1 }, ids: [8, 1, 3, 2, 5, 4, 6, 9, 7] },
      { name: "a bound that no double can say", find: { n: { $gt: NumberDecimal("9007199254740992.5") } }, sort: { n: 1 }, ids: [1, 8] }
    ]
  }
]
