import { definePlatformClass } from '../define.ts';
import { PlatformObject } from '../values/object.ts';

/** An object that has nothing but properties; they are kept by name. */
export class BeanValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly values = new Map<string, unknown>();

    constructor(apexTypeName: string) {
        super();
        this.apexTypeName = apexTypeName;
    }
}

/** What a class of plain properties is made from. */
export interface BeanDefinition {
    /** Names of properties by their type. */
    properties: Record<string, string[]>;
    /** Type and starting value of properties that are not null at first. */
    initial?: Record<string, () => unknown>;
    extends?: string;
    /** `setX` methods beside the properties. */
    setters?: boolean;
}

/** Registers a class with properties that can be read and set, and a constructor without parameters. */
export function defineBean(name: string, definition: BeanDefinition): void {
    const entries = Object.entries(definition.properties).flatMap(([type, names]) => names.map((one) => [type, one]));
    const set = (property: string) => (self: BeanValue, value: unknown) => void self.values.set(property, value);
    const get = (property: string) => (self: BeanValue) => self.values.get(property) ?? null;
    definePlatformClass({
        name,
        extends: definition.extends,
        constructors: { [`${name.split('.').pop()}()`]: () => newBean(name, definition) },
        properties: Object.fromEntries(
            entries.map(([type, property]) => [`${type} ${property}`, { get: get(property), set: set(property) }])
        ),
        methods: definition.setters
            ? Object.fromEntries(
                  entries.map(([type, property]) => [
                      `void set${property[0].toUpperCase()}${property.slice(1)}(${type} value)`,
                      set(property)
                  ])
              )
            : {}
    });
}

function newBean(name: string, { initial }: BeanDefinition): BeanValue {
    const bean = new BeanValue(name);
    for (const [property, make] of Object.entries(initial ?? {})) bean.values.set(property, make());
    return bean;
}
