/**
 * A MongoDB-protocol server for one machine: the wire layer of mongo-java-server over RocksDB. What it acknowledged survives
 * {@code kill -9}, what it shows has reached the disk, and its queries walk ordered indexes.
 */
@NullMarked
package io.fangwei.localmongo;

import org.jspecify.annotations.NullMarked;
