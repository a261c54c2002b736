package io.fangwei.policy.tables;

import static io.fangwei.policy.tables.UnreadableTable.Reason.CELL_TOO_LONG;
import static io.fangwei.policy.tables.UnreadableTable.Reason.DAMAGED;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a spreadsheet, element by element; a part that defines entities is not read. */
final class XmlPart implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    XmlPart(InputStream in) {
        try {
            reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException damaged) {
            throw new UnreadableTable(DAMAGED, damaged);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes to the next element that begins; null at the end. */
    @Nullable
    String nextElement() {
        for (var event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
        }
        return null;
    }

    /** Goes to the next element that begins inside the one named; null at its end. */
    @Nullable
    String nextElementIn(String parent) {
        for (var event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(parent)) {
                return null;
            }
        }
        throw new UnreadableTable(DAMAGED);
    }

    @Nullable
    String attribute(String name) {
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            if (reader.getAttributeLocalName(at).equals(name)) {
                return reader.getAttributeValue(at);
            }
        }
        return null;
    }

    /** The text up to the end of the element that has just begun. */
    String text() {
        var text = new StringBuilder();
        for (var event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                throw new UnreadableTable(DAMAGED);
            }
            if (text.length() > Table.LONGEST_CELL) {
                throw new UnreadableTable(CELL_TOO_LONG);
            }
        }
        return text.toString();
    }

    private int next() {
        try {
            var event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableTable(DAMAGED);
            }
            return event;
        } catch (XMLStreamException damaged) {
            throw new UnreadableTable(DAMAGED, damaged);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException damaged) {
            throw new UnreadableTable(DAMAGED, damaged);
        }
    }
}
