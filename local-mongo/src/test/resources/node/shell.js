'use strict';

// A page of what people type into MongoDB's own shell. Prints the name of each part that held; the first that does not
// ends the shell with an error.

const assert = require('node:assert/strict');

// What is made in the shell's context is never strictly equal to what comes from outside of it.
const same = (left, right) => assert.equal(EJSON.stringify(left), EJSON.stringify(right));

const codeOf = (command) => {
    try {
        command();
    } catch (refused) {
        return refused.code;
    }
    return 0;
};

const parts = {
    'writing and reading': () => {
        assert.equal(db.c.insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 2, tags: ['x', 'y'] }, { _id: 3, a: 3 }]).acknowledged, true);
        same(db.c.find({ a: { $gte: 2 } }, { _id: 1 }).sort({ a: -1 }).toArray(), [{ _id: 3 }, { _id: 2 }]);
        assert.equal(db.c.findOne({ tags: 'y' })._id, 2);
        assert.equal(db.c.countDocuments({ a: { $gt: 1 } }), 2);
        assert.equal(db.c.estimatedDocumentCount(), 3);
        assert.equal(db.c.updateMany({}, { $inc: { a: 10 } }).modifiedCount, 3);
        assert.equal(db.c.findOneAndUpdate({ _id: 1 }, { $set: { b: 1 } }, { returnDocument: 'after' }).b, 1);
        assert.equal(db.c.findAndModify({ query: { _id: 3 }, remove: true }).a, 13);
        assert.equal(db.c.bulkWrite([{ insertOne: { document: { _id: 4 } } }, { deleteOne: { filter: { _id: 4 } } }]).deletedCount, 1);
        same(db.c.distinct('tags'), ['x', 'y']);
        assert.equal(codeOf(() => db.c.insertOne({ _id: 1 })), 11000);
    },
    'more than a screen': () => {
        db.many.insertMany(Array.from({ length: 300 }, (none, i) => ({ _id: i })));
        const cursor = db.many.find().batchSize(10);
        let seen = 0;
        while (cursor.hasNext()) {
            assert.equal(cursor.next()._id, seen++);
        }
        assert.equal(seen, 300);
        assert.equal(db.many.find().skip(290).map((each) => each._id).toArray().length, 10);
        assert.equal(db.many.find().maxTimeMS(60000).limit(1).toArray().length, 1);
    },
    'indexes and plans': () => {
        assert.equal(db.c.createIndex({ a: 1 }), 'a_1');
        same(db.c.getIndexKeys(), [{ _id: 1 }, { a: 1 }]);
        assert.equal(db.c.find({ a: 11 }).explain().queryPlanner.winningPlan.inputStage.indexName, 'a_1');
        assert.equal(db.c.find({ a: 11 }).explain('executionStats').executionStats.totalDocsExamined, 1);
        assert.equal(db.c.explain().aggregate([{ $match: { a: 11 } }]).queryPlanner.namespace, db.getName() + '.c');
        assert.equal(db.c.explain().count({ a: 11 }).queryPlanner.winningPlan.stage, 'COUNT');
        assert.equal(db.c.dropIndex('a_1').ok, 1);
        assert.equal(codeOf(() => db.c.dropIndex('a_1')), 27);
    },
    'what there is': () => {
        same(db.getCollectionNames().sort(), ['c', 'many']);
        assert.equal(db.getCollectionInfos({ name: 'c' })[0].type, 'collection');
        assert.ok(db.adminCommand({ listDatabases: 1, nameOnly: true }).databases.some((each) => each.name === db.getName()));
        assert.equal(db.c.stats().count, 2);
        assert.equal(Number(db.stats().objects), 302);
        assert.equal(db.c.validate().valid, true);
        assert.equal(db.version(), '6.0.0');
        assert.equal(db.hello().isWritablePrimary, true);
        assert.equal(db.adminCommand({ getLog: 'startupWarnings' }).totalLinesWritten, 0);
    },
    'what there is not': () => {
        assert.equal(codeOf(() => db.createCollection('capped', { capped: true, size: 1000 })), 72);
        assert.equal(codeOf(() => db.createView('v', 'c', [])), 72);
        assert.equal(codeOf(() => db.c.watch().tryNext()), 40573);
        assert.equal(codeOf(() => rs.status()), 76);
        assert.equal(codeOf(() => db.fsyncLock()), 238);
        assert.equal(codeOf(() => db.getUsers()), 59);
        assert.equal(codeOf(() => db.c.find().showRecordId().toArray()), 238);
        assert.equal(codeOf(() => db.aggregate([{ $listLocalSessions: {} }]).toArray()), 238);
    },
    'gone again': () => {
        assert.equal(db.c.renameCollection('d').ok, 1);
        assert.equal(db.d.drop(), true);
        assert.equal(db.d.drop(), false);
        assert.equal(db.dropDatabase().ok, 1);
    },
};

db.dropDatabase();
Object.entries(parts).forEach(([name, part]) => {
    part();
    print(name);
});
print(Object.keys(parts).length + ' parts held');
