import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { PlatformObject } from '../values/object.ts';

/** A System.Version: of a package or an API. */
export class VersionValue extends PlatformObject {
    readonly apexTypeName = 'Version';
    /** Major, minor and patch; the patch may be missing. */
    readonly parts: readonly [number, number, number | null];

    constructor(major: number, minor: number, patch: number | null = null) {
        super();
        this.parts = [major, minor, patch];
    }

    /** Less than zero when this one is older; a patch that is missing counts as zero. */
    compareTo(other: VersionValue | null): number {
        if (other === null) throw nullArgument();
        const differences = this.parts.map((part, index) => (part ?? 0) - (other.parts[index] ?? 0));
        return Math.sign(differences.find((difference) => difference !== 0) ?? 0);
    }

    override toString(): string {
        return this.parts.filter((part) => part !== null).join('.');
    }
}

definePlatformClass({
    name: 'Version',
    constructors: {
        'Version(Integer major, Integer minor)': (major: number, minor: number) => new VersionValue(major, minor),
        'Version(Integer major, Integer minor, Integer patch)': (major: number, minor: number, patch: number) =>
            new VersionValue(major, minor, patch)
    },
    methods: {
        'Integer compareTo(Version version)': (self: VersionValue, other: VersionValue | null) => self.compareTo(other),
        'Integer major()': (self: VersionValue) => self.parts[0],
        'Integer minor()': (self: VersionValue) => self.parts[1],
        'Integer patch()': (self: VersionValue) => self.parts[2],
        'String toString()': (self: VersionValue) => self.toString()
    }
});

/** The API version that the project is written for. */
export function requestVersion(): VersionValue {
    const [major, minor] = context().org.metadata.sourceApiVersion.split('.').map(Number);
    return new VersionValue(major, minor ?? 0);
}
