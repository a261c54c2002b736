package io.fangwei.localmongo;

import org.rocksdb.RocksDBException;

/** The store cannot do its work. */
class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreException(RocksDBException cause) {
        super(cause.getMessage(), cause);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    StoreException(String message) {
        super(message);
    }
}
