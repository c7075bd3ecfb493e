/** A measured figure, and the most it may be. */
export interface Figure {
    name: string;
    value: number;
    unit?: string;
    /** Beyond this the bench fails; absent when the figure is only shown. */
    most?: number;
}

/** The figures that are beyond their bounds. */
export function failedBounds(figures: readonly Figure[]): Figure[] {
    return figures.filter(({ value, most }) => most !== undefined && value > most);
}

/** Prints a line for each figure. */
export function printFigures(figures: readonly Figure[]): void {
    const width = Math.max(...figures.map(({ name }) => name.length));
    for (const { name, value, unit = '', most } of figures) {
        const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
        const bound = most === undefined ? '' : `   at most ${most}${value > most ? '   PASSED' : ''}`;
        console.log(`${name.padEnd(width)}  ${`${shown} ${unit}`.padStart(14)}${bound}`);
    }
}
