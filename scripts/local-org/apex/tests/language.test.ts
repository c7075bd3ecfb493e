import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { run } from './support.ts';

describe('names and equality', () => {
    test('names are case-insensitive', () => {
        assert.equal(run('INTEGER Total = 1; TOTAL += 2; return total;'), '3');
        assert.equal(run('return HELLO();', "static String hello() { return 'x'; }"), 'x');
    });

    test('== on text ignores case, equals does not', () => {
        assert.equal(run("return ('abc' == 'ABC') + ' ' + 'abc'.equals('ABC');"), 'true false');
    });

    test('map keys are case-sensitive', () => {
        assert.equal(run("return new Map<String, Integer>{ 'a' => 1 }.containsKey('A');"), 'false');
    });
});

describe('overloads', () => {
    const members = `
        static String f(Object o) { return 'Object'; } static String f(String s) { return 'String'; }
        static String f(Integer i) { return 'Integer'; } static String f(Decimal d) { return 'Decimal'; }
        static String f(List<String> l) { return 'List'; }`;
    test('the nearest type wins', () => {
        assert.equal(
            run("return f('a') + f(1) + f(1.5) + f(new List<String>()) + f(true);", members),
            'StringIntegerDecimalListObject'
        );
    });

    test('a cast null chooses', () => {
        assert.equal(run('return f((String) null) + f((Object) null);', members), 'StringObject');
    });

    test('a Long goes to the wider number', () => {
        assert.equal(run('return f(5L);', members), 'Decimal');
    });
});

describe('null', () => {
    test('safe navigation leaves out the rest of the chain', () => {
        assert.equal(run('String s; return s?.trim().length();'), 'null');
        assert.equal(run("String s = ' a '; return s?.trim().length();"), '1');
    });

    test('?? takes the right side for null only', () => {
        assert.equal(run("String s; return (s ?? 'x') + ('' ?? 'y');"), 'x');
    });

    test('using null throws', () => {
        assert.equal(
            run('List<String> l; try { l.size(); } catch (Exception e) { return e.getTypeName(); } return 0;'),
            'System.NullPointerException'
        );
    });
});

describe('control flow', () => {
    test('finally runs after return and its own return wins', () => {
        const members =
            "static List<String> log = new List<String>(); static Integer f() { try { log.add('t'); return 1; } finally { log.add('f'); } }";
        assert.equal(run("Integer r = f(); return r + String.join(log, '');", members), '1tf');
    });

    test('switch on text is case-sensitive, on null and on several values', () => {
        const body =
            "switch on v { when 'a', 'b' { return 'first'; } when null { return 'null'; } when else { return 'else'; } }";
        assert.equal(
            run("return f('b') + f('A') + f(null);", `static String f(String v) { ${body} }`),
            'firstelsenull'
        );
    });

    test('switch on an enum', () => {
        const members =
            "enum Color { RED, GREEN } static String f(Color c) { switch on c { when RED { return 'r'; } when else { return 'o'; } } }";
        assert.equal(
            run(
                "return f(Color.RED) + f(Color.GREEN) + Color.values().size() + Color.valueOf('green').ordinal();",
                members
            ),
            'ro21'
        );
    });

    test('switch on the type of an SObject', () => {
        const members =
            "static String f(SObject s) { switch on s { when Account a { return a.Name; } when Contact c { return c.LastName; } when else { return '?'; } } }";
        assert.equal(
            run("return f(new Account(Name = 'A')) + f(new Contact(LastName = 'B')) + f(new Lead());", members),
            'AB?'
        );
    });

    test('break leaves the loop around a switch', () => {
        assert.equal(
            run(
                'Integer n = 0; for (Integer i : new List<Integer>{ 1, 2, 3 }) { switch on i { when 2 { break; } when else { n += i; } } } return n;'
            ),
            '1'
        );
    });

    test('do, while, continue', () => {
        assert.equal(
            run(
                'Integer n = 0; Integer i = 0; do { i++; if (i == 2) continue; n += i; } while (i < 4); while (n > 7) n--; return n;'
            ),
            '7'
        );
    });
});

describe('classes', () => {
    test('property accessors use the stored value under their own name', () => {
        const members = 'static Integer n { get { if (n == null) n = 1; return n; } set { n = value * 2; } }';
        assert.equal(run('Integer a = n; n = 5; return a + n;', members), '11');
    });

    test('static initialisers run in textual order, once, when the class is first used', () => {
        const other =
            "public class Other { public static String log = 'a'; static { log += 'b'; } public static String more = log + 'c'; static { log += 'd'; } }";
        assert.equal(run('return Other.log + Other.more;', '', other), 'abdabc');
    });

    test('constructors chain and field initialisers run before the body', () => {
        const members = `virtual class Base { String log = 'f'; Base() { this('x'); log += 'b'; } Base(String s) { log += s; } }
            class Derived extends Base { String own = 'o'; Derived() { super(); log += own; } }`;
        assert.equal(run('return new Derived().log;', members), 'fxbo');
    });

    test('virtual methods, super calls and interfaces', () => {
        const members = `interface Named { String name(); }
            virtual class Base implements Named { public virtual String name() { return 'base'; } }
            class Derived extends Base { public override String name() { return super.name() + '+'; } }`;
        assert.equal(
            run('Named n = new Derived(); return n.name() + (n instanceof Base) + ((Base) n).name();', members),
            'base+truebase+'
        );
    });

    test('a wrong cast throws TypeException', () => {
        assert.equal(
            run("Object o = 'a'; try { return (Integer) o; } catch (TypeException e) { return e.getMessage(); }"),
            'Invalid conversion from runtime type String to Integer'
        );
    });

    test('user equals and hashCode rule sets', () => {
        const members =
            'class Key { Integer n; Key(Integer n) { this.n = n; } public Boolean equals(Object o) { return ((Key) o).n == n; } public override Integer hashCode() { return n; } }';
        assert.equal(run('return new Set<Key>{ new Key(1), new Key(1), new Key(2) }.size();', members), '2');
    });

    test('user iterables work in for loops', () => {
        const members = `class Numbers implements Iterable<Integer>, Iterator<Integer> { Integer i = 0; public Iterator<Integer> iterator() { return this; }
            public Boolean hasNext() { return i < 3; } public Integer next() { return ++i; } }`;
        assert.equal(run('Integer n = 0; for (Integer i : new Numbers()) n += i; return n;', members), '6');
    });

    test('Comparable rules sort', () => {
        const members =
            'class Item implements Comparable { Integer n; Item(Integer n) { this.n = n; } public Integer compareTo(Object o) { return n - ((Item) o).n; } }';
        assert.equal(
            run('List<Item> l = new List<Item>{ new Item(3), new Item(1) }; l.sort(); return l[0].n;', members),
            '1'
        );
    });
});
