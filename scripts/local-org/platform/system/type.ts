import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { textHashCode } from '../text/distance.ts';
import { apexEquals } from '../values/equality.ts';
import { ApexTypeToken } from '../values/tokens.ts';

definePlatformClass({
    name: 'Type',
    statics: {
        'Type forName(String fullyQualifiedName)': forName,
        'Type forName(String namespace, String name)': (namespace: string | null, name: string) =>
            forName(namespace && namespace.toLowerCase() !== 'c' ? `${namespace}.${name}` : name)
    },
    methods: {
        'Boolean equals(Object typeToCompare)': apexEquals,
        'String getName()': (self: ApexTypeToken) => self.name,
        'Integer hashCode()': (self: ApexTypeToken) => textHashCode(self.name),
        'Boolean isAssignableFrom(Type sourceType)': (self: ApexTypeToken, source: ApexTypeToken) =>
            context().org.types.isAssignable(source.name, self.name),
        'Object newInstance()': (self: ApexTypeToken) => context().org.types.newInstance(self.name),
        'String toString()': (self: ApexTypeToken) => self.name
    }
});

/** null when there is no such type, as on the platform. */
function forName(name: string | null): ApexTypeToken | null {
    if (name === null) throw nullArgument();
    const resolved = context().org.types.resolve(name);
    return resolved === null ? null : new ApexTypeToken(resolved);
}
