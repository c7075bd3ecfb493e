import type { QueryLevel } from './query-columns.ts';

/** The compact syntax tree of Apex. Every node knows where it starts: line from 1, column from 1. */
export interface Location {
    line: number;
    column: number;
}

export interface TypeReference extends Location {
    /** Dotted parts, each with its type arguments: `Map<Id, Account.Inner[]>`. */
    parts: { name: string; arguments: TypeReference[] }[];
    arrayDepth: number;
}

export interface Annotation extends Location {
    /** Lower case, as `istest`. */
    name: string;
    /** Lower-case keys; a lone value has the key `value`. */
    values: Map<string, string | boolean>;
}

export interface Modifiers {
    /** Lower-case words: `public`, `static`, `with sharing`. */
    words: Set<string>;
    annotations: Annotation[];
}

export interface Parameter extends Location {
    type: TypeReference;
    name: string;
}

export interface FieldDeclaration extends Location {
    kind: 'field';
    modifiers: Modifiers;
    type: TypeReference;
    name: string;
    initializer: Expression | null;
}

export interface AccessorDeclaration extends Location {
    modifiers: Modifiers;
    /** Null for an automatic accessor (`get;`). */
    body: Block | null;
}

export interface PropertyDeclaration extends Location {
    kind: 'property';
    modifiers: Modifiers;
    type: TypeReference;
    name: string;
    getter: AccessorDeclaration | null;
    setter: AccessorDeclaration | null;
    endLine: number;
}

export interface MethodDeclaration extends Location {
    kind: 'method';
    modifiers: Modifiers;
    /** Null for void. */
    returnType: TypeReference | null;
    name: string;
    parameters: Parameter[];
    body: Block | null;
    endLine: number;
}

export interface ConstructorDeclaration extends Location {
    kind: 'constructor';
    modifiers: Modifiers;
    name: string;
    parameters: Parameter[];
    body: Block;
    endLine: number;
}

export interface InitializerDeclaration extends Location {
    kind: 'initializer';
    static: boolean;
    body: Block;
}

export interface TypeDeclaration extends Location {
    kind: 'class' | 'interface' | 'enum';
    modifiers: Modifiers;
    name: string;
    extends: TypeReference | null;
    implements: TypeReference[];
    members: Member[];
    enumConstants: { name: string; line: number; column: number }[];
    endLine: number;
}

export type Member =
    | FieldDeclaration
    | PropertyDeclaration
    | MethodDeclaration
    | ConstructorDeclaration
    | InitializerDeclaration
    | TypeDeclaration;

export interface TriggerDeclaration extends Location {
    kind: 'trigger';
    name: string;
    object: string;
    /** As `before insert`. */
    events: string[];
    members: Member[];
    body: Statement[];
    endLine: number;
}

export interface AnonymousBlock extends Location {
    kind: 'anonymous';
    members: Member[];
    body: Statement[];
    endLine: number;
}

export type CompilationUnit = TypeDeclaration | TriggerDeclaration | AnonymousBlock;

export interface Block extends Location {
    kind: 'block';
    statements: Statement[];
    endLine: number;
}

export interface LocalVariables extends Location {
    kind: 'locals';
    type: TypeReference;
    final: boolean;
    variables: (Location & { name: string; initializer: Expression | null })[];
}

export type WhenValue =
    | (Location & { kind: 'literal'; expression: Expression })
    | (Location & { kind: 'name'; parts: string[] })
    | (Location & { kind: 'type'; type: TypeReference; variable: string });

export interface WhenClause extends Location {
    /** Empty for `when else`. */
    values: WhenValue[];
    body: Block;
}

export type AccessMode = 'user' | 'system' | null;

export type Statement =
    | Block
    | LocalVariables
    | (Location & { kind: 'expression'; expression: Expression })
    | (Location & { kind: 'if'; condition: Expression; then: Statement; otherwise: Statement | null })
    | (Location & { kind: 'switch'; value: Expression; clauses: WhenClause[] })
    | (Location & {
          kind: 'for';
          initial: LocalVariables | Expression[] | null;
          condition: Expression | null;
          update: Expression[];
          body: Statement | null;
      })
    | (Location & {
          kind: 'forEach';
          type: TypeReference;
          name: string;
          iterable: Expression;
          body: Statement | null;
      })
    | (Location & { kind: 'while'; condition: Expression; body: Statement | null })
    | (Location & { kind: 'doWhile'; condition: Expression; body: Block })
    | (Location & { kind: 'try'; body: Block; catches: CatchClause[]; finally: Block | null })
    | (Location & { kind: 'return'; value: Expression | null })
    | (Location & { kind: 'throw'; value: Expression })
    | (Location & { kind: 'break' })
    | (Location & { kind: 'continue' })
    | (Location & { kind: 'dml'; operation: DmlWord; access: AccessMode; value: Expression; field: string | null })
    | (Location & { kind: 'merge'; access: AccessMode; master: Expression; duplicates: Expression })
    | (Location & { kind: 'runAs'; arguments: Expression[]; body: Block });

export type DmlWord = 'insert' | 'update' | 'delete' | 'undelete' | 'upsert';

export interface CatchClause extends Location {
    type: TypeReference;
    name: string;
    body: Block;
}

export type LiteralKind = 'Integer' | 'Long' | 'Decimal' | 'Double' | 'String' | 'Boolean' | 'null';

export type Expression =
    | (Location & { kind: 'literal'; type: LiteralKind; value: string })
    | (Location & { kind: 'name'; name: string })
    | (Location & { kind: 'this' })
    | (Location & { kind: 'super' })
    | (Location & { kind: 'typeLiteral'; type: TypeReference | null })
    | QueryExpression
    | (Location & { kind: 'member'; object: Expression; name: string; safe: boolean })
    | CallExpression
    | (Location & { kind: 'constructorCall'; target: 'this' | 'super'; arguments: Expression[] })
    | (Location & { kind: 'index'; object: Expression; index: Expression })
    | NewExpression
    | (Location & { kind: 'unary'; operator: '+' | '-' | '!' | '~'; operand: Expression })
    | (Location & { kind: 'increment'; operator: '++' | '--'; prefix: boolean; operand: Expression })
    | (Location & { kind: 'binary'; operator: string; left: Expression; right: Expression })
    | (Location & { kind: 'assign'; operator: string; target: Expression; value: Expression })
    | (Location & { kind: 'conditional'; condition: Expression; then: Expression; otherwise: Expression })
    | (Location & { kind: 'cast'; type: TypeReference; operand: Expression })
    | (Location & { kind: 'instanceof'; operand: Expression; type: TypeReference });

export interface CallExpression extends Location {
    kind: 'call';
    /** Null for an unqualified call. */
    object: Expression | null;
    name: string;
    arguments: Expression[];
    safe: boolean;
}

export interface QueryExpression extends Location {
    kind: 'soql' | 'sosl';
    /** The query with each bind expression replaced by `:b0`, `:b1` … */
    text: string;
    binds: Expression[];
    /** SOQL: the object after FROM. SOSL: the objects of RETURNING. */
    objects: string[];
    shape: 'records' | 'count' | 'aggregate';
    /** SOQL: what the query names, for checking. */
    level: QueryLevel | null;
}

export type NewArguments =
    | { kind: 'constructor'; arguments: Expression[] }
    | { kind: 'list' | 'set'; items: Expression[] }
    | { kind: 'array'; size: Expression }
    | { kind: 'map'; entries: { key: Expression; value: Expression }[] };

export interface NewExpression extends Location {
    kind: 'new';
    type: TypeReference;
    creation: NewArguments;
}
