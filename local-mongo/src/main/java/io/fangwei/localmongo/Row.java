package io.fangwei.localmongo;

import de.bwaldvogel.mongo.bson.Document;

/** A document as a scan found it, with its stored _id and size. */
record Row(byte[] id, Document document, int size) {

    static Row of(Document document) {
        return new Row(new byte[0], document, Bson.encode(document).length);
    }

    Row with(Document projected) {
        return new Row(id, projected, size);
    }
}
