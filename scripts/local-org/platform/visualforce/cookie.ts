import { definePlatformClass } from '../define.ts';
import { PlatformObject } from '../values/object.ts';

/** A System.Cookie. */
class CookieValue extends PlatformObject {
    readonly apexTypeName = 'Cookie';
    readonly parts: readonly [name: string, value: string, path: string | null, maxAge: number, isSecure: boolean];
    readonly sameSite: string | null;

    constructor(
        name: string,
        value: string,
        path: string | null,
        maxAge: number,
        isSecure: boolean,
        sameSite: string | null
    ) {
        super();
        this.parts = [name, value, path, maxAge, isSecure];
        this.sameSite = sameSite;
    }
}

definePlatformClass({
    name: 'Cookie',
    constructors: {
        'Cookie(String name, String value, String path, Integer maxAge, Boolean isSecure)': (
            name,
            value,
            path,
            maxAge,
            isSecure
        ) => new CookieValue(name, value, path, maxAge, isSecure, null),
        'Cookie(String name, String value, String path, Integer maxAge, Boolean isSecure, String sameSite)': (
            name,
            value,
            path,
            maxAge,
            isSecure,
            sameSite
        ) => new CookieValue(name, value, path, maxAge, isSecure, sameSite)
    },
    methods: {
        'String getName()': (self: CookieValue) => self.parts[0],
        'String getValue()': (self: CookieValue) => self.parts[1],
        'String getPath()': (self: CookieValue) => self.parts[2],
        'Integer getMaxAge()': (self: CookieValue) => self.parts[3],
        'Boolean isSecure()': (self: CookieValue) => self.parts[4],
        'String getSameSite()': (self: CookieValue) => self.sameSite
    }
});
