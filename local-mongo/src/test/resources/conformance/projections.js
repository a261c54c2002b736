[
  {
    group: "projection",
    page: "manual/tutorial/project-fields-from-query-results",
    documents: [{ _id: 1, a: 1, b: { c: 2, d: 3 }, list: [{ x: 1, y: 1 }, { x: 2, y: 2 }, { x: 3 }], tags: [1, 2, 3, 4] }],
    cases: [
      { name: "some fields and _id", find: {}, projection: { a: 1 }, docs: [{ _id: 1, a: 1 }] },
      { name: "some fields without _id", find: {}, projection: { a: 1, _id: 0 }, docs: [{ a: 1 }] },
      { name: "_id alone", find: {}, projection: { _id: 1 }, docs: [{ _id: 1 }] },
      { name: "all but some fields", find: {}, projection: { b: 0, list: 0, tags: 0 }, docs: [{ _id: 1, a: 1 }] },
      { name: "all but _id", find: {}, projection: { _id: 0 }, docs: [{ a: 1, b: { c: 2, d: 3 }, list: [{ x: 1, y: 1 }, { x: 2, y: 2 }, { x: 3 }], tags: [1, 2, 3, 4] }] },
      { name: "a field of an embedded document", find: {}, projection: { "b.c": 1 }, docs: [{ _id: 1, b: { c: 2 } }] },
      { name: "all but a field of an embedded document", find: {}, projection: { "b.c": 0, list: 0, tags: 0 }, docs: [{ _id: 1, a: 1, b: { d: 3 } }] },
      { name: "a field of every element", find: {}, projection: { "list.x": 1 }, docs: [{ _id: 1, list: [{ x: 1 }, { x: 2 }, { x: 3 }] }] },
      { name: "a field that is not there", find: {}, projection: { nothing: 1 }, docs: [{ _id: 1 }] },
      { name: "fields keep the order of the document", find: {}, projection: { tags: 1, a: 1 }, docs: [{ _id: 1, a: 1, tags: [1, 2, 3, 4] }] },
      { name: "$slice from the start", page: "manual/reference/operator/projection/slice", find: {}, projection: { tags: { $slice: 2 }, list: 0, b: 0 }, docs: [{ _id: 1, a: 1, tags: [1, 2] }] },
      { name: "$slice from the end", page: "manual/reference/operator/projection/slice", find: {}, projection: { tags: { $slice: -1 }, list: 0, b: 0 }, docs: [{ _id: 1, a: 1, tags: [4] }] },
      { name: "$slice of a window", page: "manual/reference/operator/projection/slice", find: {}, projection: { tags: { $slice: [1, 2] }, list: 0, b: 0 }, docs: [{ _id: 1, a: 1, tags: [2, 3] }] },
      { name: "$slice of a window from the end", page: "manual/reference/operator/projection/slice", find: {}, projection: { tags: { $slice: [-3, 2] }, list: 0, b: 0 }, docs: [{ _id: 1, a: 1, tags: [2, 3] }] },
      { name: "$slice in an inclusion", page: "manual/reference/operator/projection/slice", find: {}, projection: { tags: { $slice: 1 }, a: 1 }, docs: [{ _id: 1, a: 1, tags: [1] }] },
      { name: "$elemMatch shows the first element that matches", page: "manual/reference/operator/projection/elemMatch", find: {}, projection: { list: { $elemMatch: { x: { $gte: 2 } } } }, docs: [{ _id: 1, list: [{ x: 2, y: 2 }] }] },
      { name: "$elemMatch shows nothing where nothing matches", page: "manual/reference/operator/projection/elemMatch", find: {}, projection: { list: { $elemMatch: { x: 9 } } }, docs: [{ _id: 1 }] },
      { name: "$ shows the element that the filter found", page: "manual/reference/operator/projection/positional", find: { "list.x": 2 }, projection: { "list.$": 1 }, docs: [{ _id: 1, list: [{ x: 2, y: 2 }] }] },
      { name: "inclusion and exclusion do not mix", find: {}, projection: { a: 1, b: 0 }, code: 31254 }
    ]
  }
]
