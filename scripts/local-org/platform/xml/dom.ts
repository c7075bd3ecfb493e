import { definePlatformClass, definePlatformEnum, platformEnumValue } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { localPart, parseXmlNodes, prefixOf, XmlNodeValue } from './node.ts';

definePlatformEnum('Dom.XmlNodeType', ['COMMENT', 'ELEMENT', 'TEXT']);

/** A Dom.Document. */
export class DocumentValue extends PlatformObject {
    readonly apexTypeName = 'Dom.Document';
    root: XmlNodeValue | null = null;

    load(xml: string | null): this {
        if (xml === null) throw nullArgument();
        this.root = parseXmlNodes(xml).find(({ kind }) => kind === 'ELEMENT')!;
        return this;
    }

    toXml(): string {
        return `<?xml version="1.0" encoding="UTF-8"?>${this.root?.toXml() ?? ''}`;
    }
}

definePlatformClass({
    name: 'Dom.Document',
    constructors: { 'Document()': () => new DocumentValue() },
    methods: {
        'void load(String xml)': (self: DocumentValue, xml: string | null) => void self.load(xml),
        'Dom.XmlNode getRootElement()': (self: DocumentValue) => self.root,
        'Dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
            self: DocumentValue,
            name: string,
            namespace: string | null,
            prefix: string | null
        ) => (self.root = newElement(name, namespace, prefix)),
        'String toXmlString()': (self: DocumentValue) => self.toXml()
    }
});

function newElement(name: string | null, namespace: string | null, prefix: string | null): XmlNodeValue {
    if (name === null) throw nullArgument();
    const node = new XmlNodeValue('ELEMENT', prefix ? `${prefix}:${name}` : name);
    if (namespace) node.attributes.set(prefix ? `xmlns:${prefix}` : 'xmlns', namespace);
    return node;
}

definePlatformClass({
    name: 'Dom.XmlNode',
    methods: { ...readingMethods(), ...attributeMethods(), ...changingMethods() }
});

function readingMethods(): Record<string, Implementation> {
    const nodes = (found: XmlNodeValue[]): ApexList => new ApexList('Dom.XmlNode', [...found]);
    return {
        'String getName()': (self: XmlNodeValue) => self.localName,
        'String getNamespace()': (self: XmlNodeValue) => self.namespace,
        'String getNamespaceFor(String prefix)': (self: XmlNodeValue, prefix: string) => self.namespaceOf(prefix),
        'String getPrefix()': (self: XmlNodeValue) => self.prefix,
        'String getPrefixFor(String namespace)': (self: XmlNodeValue, uri: string) => self.prefixFor(uri),
        'String getText()': (self: XmlNodeValue) => (self.kind === 'ELEMENT' ? self.content : self.text),
        'Dom.XmlNodeType getNodeType()': (self: XmlNodeValue) => platformEnumValue('Dom.XmlNodeType', self.kind),
        'Dom.XmlNode getParent()': (self: XmlNodeValue) => self.parent,
        'List<Dom.XmlNode> getChildren()': (self: XmlNodeValue) => nodes(self.children),
        'List<Dom.XmlNode> getChildElements()': (self: XmlNodeValue) => nodes(self.elements),
        'Dom.XmlNode getChildElement(String name, String namespace)': (self: XmlNodeValue, name, namespace) =>
            self.elements.find(
                (child) => child.localName === name && (namespace === null || child.namespace === namespace)
            ) ?? null
    };
}

function attributeMethods(): Record<string, Implementation> {
    const valueOf = (self: XmlNodeValue, key: string, uri: string | null): string | null => {
        const prefix = uri === null ? null : self.prefixFor(uri);
        return self.attributes.get(prefix ? `${prefix}:${key}` : key) ?? null;
    };
    return {
        'String getAttributeValue(String key, String keyNamespace)': valueOf,
        'String getAttribute(String key, String keyNamespace)': valueOf,
        'String getAttributeValueNs(String key, String keyNamespace)': (self: XmlNodeValue, key: string) => {
            const prefix = prefixOf(self.attributes.get(key) ?? '');
            return prefix && self.namespaceOf(prefix);
        },
        'Integer getAttributeCount()': (self: XmlNodeValue) => self.ownAttributes.length,
        'String getAttributeKeyAt(Integer index)': (self: XmlNodeValue, index: number) =>
            localPart(attributeAt(self, index)),
        'String getAttributeKeyNsAt(Integer index)': (self: XmlNodeValue, index: number) => {
            const prefix = prefixOf(attributeAt(self, index));
            return prefix && self.namespaceOf(prefix);
        },
        'void setAttribute(String key, String value)': (self: XmlNodeValue, key: string, value: string) =>
            void self.attributes.set(key, value),
        'void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)': (
            self: XmlNodeValue,
            key: string,
            value: string,
            uri: string | null
        ) => {
            const prefix = uri === null ? null : self.prefixFor(uri);
            self.attributes.set(prefix ? `${prefix}:${key}` : key, value);
        },
        'Boolean removeAttribute(String key, String keyNamespace)': (
            self: XmlNodeValue,
            key: string,
            uri: string | null
        ) => {
            const prefix = uri === null ? null : self.prefixFor(uri);
            return self.attributes.delete(prefix ? `${prefix}:${key}` : key);
        }
    };
}

function attributeAt(self: XmlNodeValue, index: number): string {
    const found = self.ownAttributes[index];
    if (!found) throw new ApexException('ListException', `List index out of bounds: ${index}`);
    return found[0];
}

function changingMethods(): Record<string, Implementation> {
    return {
        'Dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
            self: XmlNodeValue,
            name: string,
            namespace: string | null,
            prefix: string | null
        ) => self.add(newElement(name, namespace, prefix)),
        'Dom.XmlNode addTextNode(String text)': (self: XmlNodeValue, text: string) =>
            self.add(new XmlNodeValue('TEXT', text)),
        'Dom.XmlNode addCommentNode(String text)': (self: XmlNodeValue, text: string) =>
            self.add(new XmlNodeValue('COMMENT', text)),
        'Dom.XmlNode insertBefore(Dom.XmlNode newChild, Dom.XmlNode refChild)': (
            self: XmlNodeValue,
            child: XmlNodeValue,
            reference: XmlNodeValue | null
        ) => self.add(child, reference === null ? self.children.length : self.children.indexOf(reference)),
        'Boolean removeChild(Dom.XmlNode child)': (self: XmlNodeValue, child: XmlNodeValue) =>
            self.children.splice(self.children.indexOf(child) >>> 0, 1).length > 0,
        'void setNamespace(String prefix, String namespace)': (
            self: XmlNodeValue,
            prefix: string | null,
            uri: string
        ) => void self.attributes.set(prefix ? `xmlns:${prefix}` : 'xmlns', uri)
    };
}
