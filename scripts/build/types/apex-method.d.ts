// The shape of an imported Apex method, named by the declarations that `npm run build` generates.

interface ApexWireValue<Result> {
    readonly data?: Result;
    readonly error?: unknown;
}

/** A wire adapter and a function in one, as on the platform. The promise rejects with `{ body: { message } }`. */
type ApexMethod<Parameters extends object, Result> = import('lwc').WireAdapterConstructor<
    Parameters & Record<string, unknown>,
    ApexWireValue<Result>
> &
    ((parameters: Parameters) => Promise<Result>);
