package io.fangwei.localmongo;

import org.rocksdb.RocksDBException;

/** The store cannot do its work. */
final class StoreException extends RuntimeException {

    StoreException(RocksDBException cause) {
        super(cause.getMessage(), cause);
    }

    StoreException(String message) {
        super(message);
    }
}
