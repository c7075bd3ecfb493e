/** An Apex Blob. */
export class ApexBlob {
    readonly bytes: Buffer;

    constructor(bytes: Buffer) {
        this.bytes = bytes;
    }

    static ofText(text: string): ApexBlob {
        return new ApexBlob(Buffer.from(text, 'utf8'));
    }

    toString(): string {
        return `Blob[${this.bytes.length}]`;
    }

    toJSON(): string {
        return this.bytes.toString('base64');
    }
}
