'use strict';

// A page of everyday operations with MongoDB's own driver for Node.js. Every expectation is what the driver's
// documentation and MongoDB's manual say. Prints the name of each part that held.

const assert = require('node:assert/strict');
const { Readable } = require('node:stream');
const { buffer } = require('node:stream/consumers');
const { MongoClient, Decimal128, Long, UUID, ObjectId, GridFSBucket, Timestamp, MinKey } = require('mongodb');

const parts = {
    'inserting and finding': async (db, things) => {
        const one = await things.insertOne({ name: 'one', n: 1 });
        assert.ok(one.insertedId instanceof ObjectId);
        const many = await things.insertMany([{ n: 2 }, { n: 3 }, { n: 4, tags: ['a', 'b'] }]);
        assert.equal(many.insertedCount, 3);
        assert.equal((await things.findOne({ _id: one.insertedId })).name, 'one');
        const found = await things.find({ n: { $gt: 1 } }).sort({ n: -1 }).skip(1).limit(1).project({ _id: 0 }).toArray();
        assert.deepEqual(found, [{ n: 3 }]);
        assert.equal(await things.findOne({ n: 99 }), null);
    },
    'values of all types': async (db, things) => {
        const document = {
            _id: new UUID(),
            decimal: Decimal128.fromString('123.4500'),
            long: Long.fromString('9007199254740993'),
            double: 1.5,
            date: new Date('2025-01-23T01:02:03.004Z'),
            bytes: Buffer.from([1, 2, 3]),
            regex: /^a.*b$/i,
            timestamp: new Timestamp({ t: 5, i: 6 }),
            min: new MinKey(),
            nothing: null,
            list: [1, 'two', { three: 3 }],
        };
        await things.insertOne(document);
        const back = await things.findOne({ _id: document._id }, { promoteLongs: false });
        assert.equal(back.decimal.toString(), '123.4500');
        assert.equal(back.long.toString(), '9007199254740993');
        assert.deepEqual(back.date, document.date);
        assert.deepEqual(Buffer.from(back.bytes.buffer), document.bytes);
        assert.equal(String(back.regex), String(document.regex));
        assert.deepEqual(back.list[2], { three: back.list[2].three });
        assert.equal(back.nothing, null);
    },
    'cursors over several batches': async (db, things) => {
        await things.insertMany(Array.from({ length: 250 }, (_, i) => ({ _id: i })));
        let sum = 0;
        for await (const each of things.find().batchSize(20)) {
            sum += each._id;
        }
        assert.equal(sum, (249 * 250) / 2);
        const cursor = things.find().batchSize(10);
        assert.equal((await cursor.next())._id, 0);
        await cursor.close();
    },
    'counting and distinct values': async (db, things) => {
        await things.insertMany([{ k: 'a' }, { k: 'b' }, { k: 'a' }]);
        assert.equal(await things.countDocuments({ k: 'a' }), 2);
        assert.equal(await things.countDocuments({ k: 'z' }), 0);
        assert.equal(await things.estimatedDocumentCount(), 3);
        assert.deepEqual((await things.distinct('k')).sort(), ['a', 'b']);
    },
    'updating': async (db, things) => {
        await things.insertMany([{ _id: 1, n: 1 }, { _id: 2, n: 1, list: [1, 2, 3] }]);
        const many = await things.updateMany({ n: 1 }, { $inc: { n: 1 } });
        assert.deepEqual([many.matchedCount, many.modifiedCount], [2, 2]);
        const same = await things.updateOne({ _id: 1 }, { $set: { n: 2 } });
        assert.deepEqual([same.matchedCount, same.modifiedCount], [1, 0]);
        await things.updateOne({ _id: 2 }, { $push: { list: { $each: [4], $slice: -2 } } });
        await things.updateOne({ _id: 2 }, { $set: { 'list.$[big]': 0 } }, { arrayFilters: [{ big: { $gt: 3 } }] });
        assert.deepEqual((await things.findOne({ _id: 2 })).list, [3, 0]);
        const upsert = await things.updateOne({ _id: 3 }, { $setOnInsert: { born: true } }, { upsert: true });
        assert.deepEqual([upsert.upsertedId, upsert.upsertedCount], [3, 1]);
        await things.updateOne({ _id: 1 }, [{ $set: { twice: { $multiply: ['$n', 2] } } }]);
        assert.equal((await things.findOne({ _id: 1 })).twice, 4);
        const replaced = await things.replaceOne({ _id: 1 }, { fresh: true });
        assert.equal(replaced.modifiedCount, 1);
        assert.deepEqual(await things.findOne({ _id: 1 }), { _id: 1, fresh: true });
    },
    'finding and changing at once': async (db, things) => {
        await things.insertMany([{ _id: 1, n: 5 }, { _id: 2, n: 3 }]);
        const before = await things.findOneAndUpdate({}, { $set: { taken: true } }, { sort: { n: 1 } });
        assert.deepEqual(before, { _id: 2, n: 3 });
        const after = await things.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: 'after' });
        assert.equal(after.n, 6);
        assert.equal((await things.findOneAndReplace({ _id: 1 }, { m: 1 })).n, 6);
        assert.equal((await things.findOneAndDelete({ _id: 1 })).m, 1);
        assert.equal(await things.findOneAndDelete({ _id: 1 }), null);
    },
    'deleting': async (db, things) => {
        await things.insertMany([{ n: 1 }, { n: 1 }, { n: 2 }]);
        assert.equal((await things.deleteOne({ n: 1 })).deletedCount, 1);
        assert.equal((await things.deleteMany({})).deletedCount, 2);
    },
    'bulk writes': async (db, things) => {
        const result = await things.bulkWrite([
            { insertOne: { document: { _id: 1 } } },
            { updateOne: { filter: { _id: 1 }, update: { $set: { a: 1 } } } },
            { replaceOne: { filter: { _id: 2 }, replacement: { b: 1 }, upsert: true } },
            { deleteOne: { filter: { _id: 1 } } },
        ]);
        assert.deepEqual([result.insertedCount, result.modifiedCount, result.upsertedCount, result.deletedCount], [1, 1, 1, 1]);
        const failure = await things
            .insertMany([{ _id: 5 }, { _id: 2 }, { _id: 6 }], { ordered: false })
            .then(() => assert.fail(), (error) => error);
        assert.equal(failure.code, 11000);
        assert.equal(failure.result.insertedCount, 2);
    },
    'indexes and plans': async (db, things) => {
        await things.insertMany(Array.from({ length: 50 }, (_, i) => ({ n: i, k: i % 5 })));
        assert.equal(await things.createIndex({ k: 1, n: -1 }), 'k_1_n_-1');
        await things.createIndex({ n: 1 }, { unique: true });
        assert.equal((await things.indexes()).length, 3);
        const duplicate = await things.insertOne({ n: 1 }).then(() => assert.fail(), (error) => error);
        assert.deepEqual([duplicate.code, duplicate.keyPattern], [11000, { n: 1 }]);
        const plan = await things.find({ k: 2 }).explain('executionStats');
        assert.equal(plan.queryPlanner.winningPlan.inputStage.indexName, 'k_1_n_-1');
        assert.equal(plan.executionStats.totalDocsExamined, 10);
        await things.dropIndex('n_1');
        assert.equal((await things.indexes()).length, 2);
    },
    'aggregation': async (db, things) => {
        await things.insertMany([{ k: 'a', n: 1 }, { k: 'b', n: 2 }, { k: 'a', n: 3 }]);
        const groups = await things
            .aggregate([{ $group: { _id: '$k', sum: { $sum: '$n' } } }, { $sort: { _id: 1 } }])
            .toArray();
        assert.deepEqual(groups, [{ _id: 'a', sum: 4 }, { _id: 'b', sum: 2 }]);
    },
    'case-insensitive search': async (db, things) => {
        await things.insertMany([{ name: 'Müller' }, { name: 'MÜLLER' }, { name: 'Muller' }]);
        const collation = { locale: 'en', strength: 2 };
        assert.equal(await things.countDocuments({ name: 'müller' }, { collation }), 2);
        assert.equal((await things.find({ name: 'müller' }).collation({ locale: 'en', strength: 1 }).toArray()).length, 3);
    },
    'unacknowledged writes': async (db, things) => {
        const result = await things.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
        assert.equal(result.acknowledged, false);
        await things.insertOne({ _id: 2 });
        assert.equal((await things.find().toArray()).some((each) => each._id === 2), true);
    },
    'sessions, and the refusal of transactions and change streams': async (db, things, client) => {
        await client.withSession(async (session) => {
            await things.insertOne({ _id: 1 }, { session });
            session.startTransaction();
            const refusal = await things.findOne({}, { session }).then(() => assert.fail(), (error) => error);
            assert.equal(refusal.code, 20);
            await session.abortTransaction().catch(() => {});
        });
        const stream = things.watch();
        const refusal = await stream.next().then(() => assert.fail(), (error) => error);
        assert.equal(refusal.code, 40573);
    },
    'files': async (db) => {
        const bucket = new GridFSBucket(db, { bucketName: 'nodefiles', chunkSizeBytes: 1024 });
        const content = Buffer.alloc(5000, 'x');
        const upload = Readable.from([content]).pipe(bucket.openUploadStream('a.txt'));
        await new Promise((resolve, reject) => upload.on('finish', resolve).on('error', reject));
        assert.deepEqual(await buffer(bucket.openDownloadStreamByName('a.txt')), content);
        assert.equal((await bucket.find({}).toArray())[0].length, 5000);
        await bucket.delete(upload.id);
        assert.equal(await db.collection('nodefiles.chunks').countDocuments(), 0);
    },
    'collections come and go': async (db, things) => {
        await things.insertOne({});
        const name = things.collectionName;
        assert.deepEqual((await db.listCollections({ name }).toArray()).map((each) => each.type), ['collection']);
        await things.rename(`${name}_renamed`);
        assert.equal(await db.collection(`${name}_renamed`).countDocuments(), 1);
        assert.equal(await db.collection(`${name}_renamed`).drop(), true);
        assert.deepEqual(await db.listCollections({ name: /^part.*_renamed$/ }, { nameOnly: true }).toArray(), []);
        assert.equal((await db.command({ ping: 1 })).ok, 1);
        assert.equal((await db.stats()).db, db.databaseName);
    },
};

async function main() {
    const client = new MongoClient(process.argv[2]);
    try {
        const db = client.db('node');
        let number = 0;
        for (const [name, part] of Object.entries(parts)) {
            const things = db.collection(`part${++number}`);
            await part(db, things, client).catch((error) => {
                throw new Error(name, { cause: error });
            });
            console.log(name);
        }
        await db.dropDatabase();
        console.log(`${number} parts held`);
    } finally {
        await client.close();
    }
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
