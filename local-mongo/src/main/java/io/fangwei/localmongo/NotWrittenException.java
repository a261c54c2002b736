package io.fangwei.localmongo;

import org.rocksdb.RocksDBException;

/** The store did not take a change; it takes no other until it has been opened again. */
final class NotWrittenException extends StoreException {

    private static final long serialVersionUID = 1;

    NotWrittenException(RocksDBException cause) {
        super(cause);
    }
}
