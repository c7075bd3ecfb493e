/**
 * The thread that synchronous Apex waits for. Plain JavaScript, because a worker thread starts without the TypeScript
 * loader: it loads it here, then the one module that it needs.
 */
import { runAsWorker } from 'synckit';
import { tsImport } from 'tsx/esm/api';

const { exchange } = await tsImport('./exchange.ts', import.meta.url);
runAsWorker(exchange);
