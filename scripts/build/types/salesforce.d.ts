// What components import from `@salesforce/*` and @salesforce/lightning-types does not declare.
// Apex methods are not here: `npm run build` declares each of them from its source in .types/apex.d.ts.

declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}
declare module '@salesforce/schema/*' {
    const reference: { readonly fieldApiName: string; readonly objectApiName: string };
    export default reference;
}
declare module '@salesforce/customPermission/*' {
    const granted: boolean | undefined;
    export default granted;
}
declare module '@salesforce/userPermission/*' {
    const granted: boolean | undefined;
    export default granted;
}
declare module '@salesforce/resourceUrl/*' {
    const url: string;
    export default url;
}
declare module '@salesforce/messageChannel/*' {
    const channel: object;
    export default channel;
}
declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}
declare module '@salesforce/apex' {
    /** Asks for the value of a wired Apex method again. `value` is what the wire handed over. */
    export function refreshApex(value: unknown): Promise<void>;
}
