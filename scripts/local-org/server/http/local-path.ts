const BASE = 'http://local.invalid';

/**
 * Returns the path when it leads to a page of this server, else the fallback. `//host`, `/\host`, schemes and control
 * characters, which browsers drop, would lead elsewhere: an open redirect.
 */
export function localPath(path: unknown, fallback: string): string {
    if (typeof path !== 'string' || !/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(path)) {
        return fallback;
    }
    return URL.canParse(path, BASE) && new URL(path, BASE).origin === BASE ? path : fallback;
}
