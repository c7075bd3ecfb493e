/** The text of a label with {0}, {1}, … replaced by the values in their order. A place without a value becomes empty. */
export function formatText(template: string, ...values: readonly unknown[]): string {
    return template.replace(/\{(\d+)\}/g, (_place, index: string) => String(values[Number(index)] ?? ''));
}
