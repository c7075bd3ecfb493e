import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { ApexException } from '../values/exception.ts';

definePlatformClass({
    name: 'Label',
    statics: {
        'String get(String namespace, String label)': (_namespace, label: string) => labelText(label),
        'String get(String namespace, String label, String language)': (_namespace, label: string, language: string) =>
            labelText(label, language),
        'Boolean translationExists(String namespace, String label, String language)': (
            _namespace,
            label: string,
            language: string
        ) =>
            context().org.metadata.labels.some((known) => sameName(known.name, label) && language in known.translations)
    }
});

/** The text of a custom label in the running user's language. Throws IllegalArgumentException when there is none. */
export function labelText(name: string, language: string = context().user.language): string {
    const text = context().org.metadata.label(name, language);
    if (text === undefined) throw new ApexException('IllegalArgumentException', `Label ${name} does not exist`);
    return text;
}

function sameName(left: string, right: string): boolean {
    return left.toLowerCase() === right.toLowerCase();
}
