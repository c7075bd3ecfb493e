import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileClasses, execute, run } from './support.ts';

describe('exceptions', () => {
    test('own exceptions have the built-in constructors', () => {
        const members = 'class MyException extends Exception { Integer code = 4; }';
        const body = `try { throw new MyException('m', new IllegalArgumentException('c')); }
            catch (MyException e) { return e.getMessage() + e.getCause().getMessage() + e.code + e.getTypeName(); }`;
        assert.equal(run(body, members), 'mc4Snippet.MyException');
    });

    test('the first fitting catch clause takes it', () => {
        assert.equal(
            run(
                "try { throw new ListException('x'); } catch (MathException e) { return 1; } catch (Exception e) { return 2; }"
            ),
            '2'
        );
    });

    test('the stack trace names class, method and line of each frame', () => {
        const source = `public class Deep {
    public static String run() {
        try {
            outer();
        } catch (Exception e) {
            return e.getStackTraceString() + '|' + e.getLineNumber();
        }
        return null;
    }
    static void outer() {
        new Inner()
            .fail();
    }
    class Inner {
        void fail() {
            String s;

            s.length();
        }
    }
}`;
        const trace = execute(compileClasses(source), 'Deep', 'run$0$');
        const expected = [
            'Class.Deep.Inner.fail: line 18, column 1',
            'Class.Deep.outer: line 11, column 1',
            'Class.Deep.run: line 4, column 1|18'
        ];
        assert.equal(trace, expected.join('\n'));
    });

    test('endless recursion is a LimitException that cannot be caught', () => {
        assert.throws(
            () =>
                run('return f();', 'static Integer f() { try { return f() + 1; } catch (Exception e) { return 0; } }'),
            /Maximum stack depth/
        );
    });

    test('what is not implemented cannot be caught and says where', () => {
        assert.throws(
            () => run("try { return 'a'.fancyNewMethod(1); } catch (Exception e) { return 0; }"),
            /Not implemented in the local org: String\.fancyNewMethod\(Integer\) \(Snippet\.cls:1\)/
        );
    });
});
