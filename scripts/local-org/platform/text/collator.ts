import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { PlatformObject } from '../values/object.ts';

/** A System.Collator: orders texts as people of the user's locale do. */
class CollatorValue extends PlatformObject {
    readonly apexTypeName = 'Collator';
    private readonly collator: Intl.Collator;

    constructor(locale: string) {
        super();
        this.collator = new Intl.Collator(locale.replaceAll('_', '-'));
    }

    /** Null comes first. */
    compare$2(left: string | null, right: string | null): number {
        if (left === null || right === null) return Number(right === null) - Number(left === null);
        return this.collator.compare(left, right);
    }
}

definePlatformClass({
    name: 'Collator',
    implements: ['Comparator<String>'],
    statics: { 'Collator getInstance()': () => new CollatorValue(context().user.locale) },
    methods: {
        'Integer compare(String left, String right)': (
            self: CollatorValue,
            left: string | null,
            right: string | null
        ) => self.compare$2(left, right)
    }
});
