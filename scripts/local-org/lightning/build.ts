/**
 * Builds what the browser loads. The server serves the results:
 * `/vendor/*` from {@link vendorDirectory}, `/app/*` from {@link appDirectory} and, for every `/lightning` address,
 * the file `index.html` in {@link appDirectory}.
 */
export { buildApp } from './build/app.ts';
export type { AppBuild } from './build/app.ts';
export type { BuildError } from './build/errors.ts';
export { appDirectory, vendorDirectory } from './build/paths.ts';
export { buildVendor } from './build/vendor.ts';
export type { VendorBuild } from './build/vendor.ts';
