import { definePlatformClass, definePlatformEnum, platformEnumValue } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { localPart, parseXmlNodes, prefixOf } from './node.ts';
import type { XmlNodeValue } from './node.ts';

definePlatformEnum('XmlTag', [
    'ATTRIBUTE',
    'CDATA',
    'CHARACTERS',
    'COMMENT',
    'DTD',
    'END_DOCUMENT',
    'END_ELEMENT',
    'ENTITY_DECLARATION',
    'ENTITY_REFERENCE',
    'NAMESPACE',
    'NOTATION_DECLARATION',
    'PROCESSING_INSTRUCTION',
    'SPACE',
    'START_DOCUMENT',
    'START_ELEMENT'
]);

/** One step of reading: what is met, and the node it is met at. */
interface XmlEvent {
    type: string;
    node: XmlNodeValue | null;
}

/** A System.XmlStreamReader: goes through a document from event to event. */
export class XmlStreamReaderValue extends PlatformObject {
    readonly apexTypeName = 'XmlStreamReader';
    private readonly events: XmlEvent[];
    private position = 0;

    constructor(source: string) {
        super();
        const inside = parseXmlNodes(source).flatMap(eventsOf);
        this.events = [{ type: 'START_DOCUMENT', node: null }, ...inside, { type: 'END_DOCUMENT', node: null }];
    }

    get type(): string {
        return this.events[this.position].type;
    }

    get node(): XmlNodeValue | null {
        return this.events[this.position].node;
    }

    get hasNext(): boolean {
        return this.position < this.events.length - 1;
    }

    next(): number {
        if (!this.hasNext) throw new ApexException('NoSuchElementException', 'The document has no more events');
        this.position++;
        return 0;
    }

    /** To the next start or end of an element, over white space and comments. */
    nextTag(): number {
        do this.next();
        while (this.type === 'COMMENT' || (this.type === 'CHARACTERS' && isBlank(this.node)));
        if (this.type.endsWith('_ELEMENT')) return 0;
        throw new ApexException('XmlException', `ParseError: expected START_ELEMENT or END_ELEMENT, not ${this.type}`);
    }

    attribute(index: number): [name: string, value: string] {
        const found = this.type === 'START_ELEMENT' ? this.node?.ownAttributes[index] : undefined;
        if (!found) throw new ApexException('ListException', `List index out of bounds: ${index}`);
        return found;
    }
}

function eventsOf(node: XmlNodeValue): XmlEvent[] {
    if (node.kind === 'COMMENT') return [{ type: 'COMMENT', node }];
    if (node.kind === 'TEXT') return node.text === '' ? [] : [{ type: 'CHARACTERS', node }];
    return [{ type: 'START_ELEMENT', node }, ...node.children.flatMap(eventsOf), { type: 'END_ELEMENT', node }];
}

function isBlank(node: XmlNodeValue | null): boolean {
    return node?.text.trim() === '';
}

definePlatformClass({
    name: 'XmlStreamReader',
    constructors: {
        'XmlStreamReader(String xmlInput)': (xml: string | null) => {
            if (xml === null) throw nullArgument();
            return new XmlStreamReaderValue(xml);
        }
    },
    methods: { ...movingMethods(), ...namingMethods(), ...attributeMethods() }
});

function movingMethods(): Record<string, Implementation> {
    const is = (type: string) => (self: XmlStreamReaderValue) => self.type === type;
    return {
        'Boolean hasNext()': (self: XmlStreamReaderValue) => self.hasNext,
        'Integer next()': (self: XmlStreamReaderValue) => self.next(),
        'Integer nextTag()': (self: XmlStreamReaderValue) => self.nextTag(),
        'XmlTag getEventType()': (self: XmlStreamReaderValue) => platformEnumValue('XmlTag', self.type),
        'Boolean isCharacters()': is('CHARACTERS'),
        'Boolean isStartElement()': is('START_ELEMENT'),
        'Boolean isEndElement()': is('END_ELEMENT'),
        'Boolean isWhiteSpace()': (self: XmlStreamReaderValue) => self.type === 'CHARACTERS' && isBlank(self.node),
        // Neighbouring texts always come as one here, and namespaces are always understood.
        'void setCoalescing(Boolean returnAsSingleBlock)': () => undefined,
        'void setNamespaceAware(Boolean isNamespaceAware)': () => undefined
    };
}

function namingMethods(): Record<string, Implementation> {
    const element = (self: XmlStreamReaderValue): XmlNodeValue | null =>
        self.type.endsWith('_ELEMENT') ? self.node : null;
    return {
        'Boolean hasName()': (self: XmlStreamReaderValue) => element(self) !== null,
        'Boolean hasText()': (self: XmlStreamReaderValue) => ['CHARACTERS', 'COMMENT'].includes(self.type),
        'String getLocalName()': (self: XmlStreamReaderValue) => element(self)?.localName ?? null,
        'String getNamespace()': (self: XmlStreamReaderValue) => element(self)?.namespace ?? null,
        'String getPrefix()': (self: XmlStreamReaderValue) => element(self)?.prefix ?? null,
        'String getText()': (self: XmlStreamReaderValue) => (element(self) ? null : (self.node?.text ?? null)),
        'String getVersion()': () => '1.0'
    };
}

function attributeMethods(): Record<string, Implementation> {
    return {
        'Integer getAttributeCount()': (self: XmlStreamReaderValue) =>
            self.type === 'START_ELEMENT' ? self.node!.ownAttributes.length : 0,
        'String getAttributeLocalName(Integer index)': (self: XmlStreamReaderValue, index: number) =>
            localPart(self.attribute(index)[0]),
        'String getAttributePrefix(Integer index)': (self: XmlStreamReaderValue, index: number) =>
            prefixOf(self.attribute(index)[0]),
        'String getAttributeNamespace(Integer index)': (self: XmlStreamReaderValue, index: number) => {
            const prefix = prefixOf(self.attribute(index)[0]);
            return prefix && self.node!.namespaceOf(prefix);
        },
        'String getAttributeType(Integer index)': (self: XmlStreamReaderValue, index: number) =>
            self.attribute(index) && 'CDATA',
        'String getAttributeValueAt(Integer index)': (self: XmlStreamReaderValue, index: number) =>
            self.attribute(index)[1],
        'String getAttributeValue(String namespaceUri, String localName)': (
            self: XmlStreamReaderValue,
            uri: string | null,
            name: string
        ) => {
            const found = self.node?.ownAttributes.find(
                ([key]) => localPart(key) === name && (!uri || self.node!.namespaceOf(prefixOf(key)) === uri)
            );
            return found?.[1] ?? null;
        }
    };
}
