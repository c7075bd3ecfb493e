import { definePlatformClass } from '../define.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { escapeXml } from './node.ts';

/** A System.XmlStreamWriter: writes a document from its beginning to its end. */
class XmlStreamWriterValue extends PlatformObject {
    readonly apexTypeName = 'XmlStreamWriter';
    private written = '';
    /** Names of the elements that are open. */
    private readonly open: string[] = [];
    /** A start tag waits for its attributes: what will close it. */
    private tagEnd: '>' | '/>' | null = null;

    /** Closes a start tag that waits, then writes. */
    write(text: string): void {
        if (this.tagEnd) this.written += this.tagEnd;
        this.tagEnd = null;
        this.written += text;
    }

    startElement(name: string, isEmpty: boolean): void {
        this.write(`<${name}`);
        this.tagEnd = isEmpty ? '/>' : '>';
        if (!isEmpty) this.open.push(name);
    }

    /** Throws XmlException when no start tag is open. */
    attribute(name: string, value: string): void {
        if (!this.tagEnd) throw new ApexException('XmlException', 'Attribute not associated with any element');
        this.written += ` ${name}="${escapeXml(value)}"`;
    }

    /** Throws XmlException when no element is open. */
    endElement(): void {
        const name = this.open.pop();
        if (name === undefined)
            throw new ApexException('XmlException', 'No element was found to write: check the number of end elements');
        if (this.tagEnd === '>') {
            this.tagEnd = null;
            this.written += '/>';
        } else this.write(`</${name}>`);
    }

    endDocument(): void {
        while (this.open.length) this.endElement();
        this.write('');
    }

    get xml(): string {
        return this.written + (this.tagEnd ?? '');
    }
}

const qualified = (prefix: string | null, name: string): string => (prefix ? `${prefix}:${name}` : name);

definePlatformClass({
    name: 'XmlStreamWriter',
    constructors: { 'XmlStreamWriter()': () => new XmlStreamWriterValue() },
    methods: {
        'void writeStartDocument(String encoding, String version)': (
            self: XmlStreamWriterValue,
            encoding: string | null,
            version: string
        ) => self.write(`<?xml version="${version}"${encoding ? ` encoding="${encoding}"` : ''}?>`),
        'void writeStartElement(String prefix, String localName, String namespaceUri)': (
            self: XmlStreamWriterValue,
            prefix: string | null,
            name: string
        ) => self.startElement(qualified(prefix, name), false),
        'void writeEmptyElement(String prefix, String localName, String namespaceUri)': (
            self: XmlStreamWriterValue,
            prefix: string | null,
            name: string
        ) => self.startElement(qualified(prefix, name), true),
        'void writeAttribute(String prefix, String namespaceUri, String localName, String value)': (
            self: XmlStreamWriterValue,
            prefix: string | null,
            _uri: string | null,
            name: string,
            value: string
        ) => self.attribute(qualified(prefix, name), value),
        'void writeDefaultNamespace(String namespaceUri)': (self: XmlStreamWriterValue, uri: string) =>
            self.attribute('xmlns', uri),
        'void writeNamespace(String prefix, String namespaceUri)': (
            self: XmlStreamWriterValue,
            prefix: string,
            uri: string
        ) => self.attribute(`xmlns:${prefix}`, uri),
        // Binds a URI for elements that are written later; the text of the document does not change.
        'void setDefaultNamespace(String uri)': () => undefined,
        'void writeCharacters(String text)': (self: XmlStreamWriterValue, text: string) => self.write(escapeXml(text)),
        'void writeCData(String data)': (self: XmlStreamWriterValue, data: string) => self.write(`<![CDATA[${data}]]>`),
        'void writeComment(String data)': (self: XmlStreamWriterValue, data: string) => self.write(`<!--${data}-->`),
        'void writeProcessingInstruction(String target, String data)': (
            self: XmlStreamWriterValue,
            target: string,
            data: string
        ) => self.write(`<?${target} ${data}?>`),
        'void writeEndElement()': (self: XmlStreamWriterValue) => self.endElement(),
        'void writeEndDocument()': (self: XmlStreamWriterValue) => self.endDocument(),
        'String getXmlString()': (self: XmlStreamWriterValue) => self.xml,
        'void close()': () => undefined
    }
});
