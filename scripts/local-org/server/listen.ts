import { createServer, type Server } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { Express } from 'express';

const ADDRESS = '127.0.0.1';
/** Long SOQL arrives in the address of a GET. */
const LARGEST_HEADER = 128 * 1024;
/** What is under way may end in this time when the server stops. */
const GRACE_MS = 1500;

/** A server that answers. */
export interface RunningServer {
    /** e.g. `http://localhost:3000` */
    url: string;
    port: number;
    /** Answers what is nearly done, then stops. */
    close(): Promise<void>;
}

/** The port is somebody else's. */
export class PortInUse extends Error {
    constructor(port: number) {
        super(`Port ${port} is in use. Stop what uses it, or choose another: npm start -- --port ${port + 1}`);
        this.name = 'PortInUse';
    }
}

/**
 * Listens on this machine only; port 0 takes any free one.
 * @throws PortInUse
 */
export async function listen(app: Express, port: number): Promise<RunningServer> {
    const server = createServer({ maxHeaderSize: LARGEST_HEADER }, app);
    await start(server, port);
    const { port: taken } = server.address() as AddressInfo;
    return { url: `http://localhost:${taken}`, port: taken, close: () => stop(server) };
}

/**
 * Makes sure that a port can be had, before time is spent on anything else.
 * @throws PortInUse
 */
export async function checkPortFree(port: number): Promise<void> {
    const probe = net.createServer();
    await start(probe, port);
    await new Promise((resolve) => probe.close(resolve));
}

function start(server: net.Server, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) =>
            reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error)
        );
        server.listen(port, ADDRESS, () => resolve());
    });
}

function stop(server: Server): Promise<void> {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    return new Promise((resolve) => {
        server.close(() => {
            clearTimeout(cut);
            resolve();
        });
        server.closeIdleConnections();
    });
}
