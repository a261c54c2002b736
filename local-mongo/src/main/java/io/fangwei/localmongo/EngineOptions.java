package io.fangwei.localmongo;

import java.util.Properties;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteOptions;

/** How RocksDB is used here; owns the native memory of its options. */
final class EngineOptions implements AutoCloseable {

    private static final int MEMTABLES = 2;

    private final LRUCache cache;
    private final BloomFilter filter = new BloomFilter(10);
    private final Options options;
    private final WriteOptions unsynced = new WriteOptions();
    private final CompactRangeOptions compaction = new CompactRangeOptions()
            .setExclusiveManualCompaction(false)
            .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce);

    EngineOptions(Memory memory) {
        cache = new LRUCache(memory.blockCache());
        options = withoutGapsBetweenLogs()
                .setCreateIfMissing(true)
                .setManualWalFlush(true)
                .setWriteBufferSize(memory.memtables() / MEMTABLES)
                .setMaxWriteBufferNumber(MEMTABLES)
                .setMaxBackgroundJobs(2)
                .setMaxOpenFiles(512)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(3)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setCacheIndexAndFilterBlocks(true)
                        .setPinL0FilterAndIndexBlocksInCache(true)
                        .setFilterPolicy(filter));
    }

    /** Each log says how its predecessor ended, so that a shortened one is not taken for whole. */
    private static Options withoutGapsBetweenLogs() {
        var properties = new Properties();
        properties.setProperty("track_and_verify_wals", "true");
        try (var database = DBOptions.getDBOptionsFromProps(properties);
                var families = new ColumnFamilyOptions()) {
            return new Options(database, families);
        }
    }

    Options options() {
        return options;
    }

    WriteOptions unsynced() {
        return unsynced;
    }

    /** Of what has been deleted. */
    CompactRangeOptions compaction() {
        return compaction;
    }

    synchronized void cancelCompaction() {
        if (compaction.isOwningHandle()) {
            compaction.setCanceled(true);
        }
    }

    @Override
    public synchronized void close() {
        compaction.close();
        unsynced.close();
        options.close();
        filter.close();
        cache.close();
    }
}
