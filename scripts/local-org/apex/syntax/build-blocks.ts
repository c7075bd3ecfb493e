import type {
    AnonymousUnitContext,
    ModifierContext,
    StatementContext,
    TriggerMemberDeclarationContext,
    TriggerUnitContext
} from '@apexdevtools/apex-parser';
import type * as Ast from './ast.ts';
import { buildMember, span } from './build-declarations.ts';
import { buildStatement } from './build-statements.ts';
import { buildModifiers } from './build-types.ts';

/** What stands at the top level of a trigger or an anonymous block: a statement, or a declaration. */
interface BlockPart {
    statement: StatementContext | null;
    declaration: TriggerMemberDeclarationContext | null;
    modifiers: ModifierContext[];
}

type Contents = Pick<Ast.AnonymousBlock, 'members' | 'body'>;

/** The tree of a trigger. */
export function buildTrigger(context: TriggerUnitContext): Ast.TriggerDeclaration {
    const [name, object] = context.id_list().map((id) => id.getText());
    const events = context.triggerCase_list().map((event) => {
        const timing = event.BEFORE() ? 'before' : 'after';
        return `${timing} ${event.getText().slice(timing.length).toLowerCase()}`;
    });
    const parts = context
        .triggerBlock()
        .triggerBlockMember_list()
        .map((member) => ({
            statement: member.statement(),
            declaration: member.triggerMemberDeclaration(),
            modifiers: member.modifier_list()
        }));
    return { ...span(context), kind: 'trigger', name, object, events, ...contentsOf(parts) };
}

/** The tree of anonymous Apex. */
export function buildAnonymous(context: AnonymousUnitContext): Ast.AnonymousBlock {
    const parts = context
        .anonymousBlock()
        .anonymousBlockMember_list()
        .map((member) => ({
            statement: member.statement(),
            declaration: member.anonymousMemberDeclaration() as unknown as TriggerMemberDeclarationContext | null,
            modifiers: member.modifier_list()
        }));
    return { ...span(context), line: 1, column: 1, kind: 'anonymous', ...contentsOf(parts) };
}

/**
 * Variables at the top level are local ones of the block, fresh for each run, in the order of the statements. One that a
 * method or class of the block names has to be a member of it.
 */
function contentsOf(parts: BlockPart[]): Contents {
    const shared = parts.filter(({ declaration }) => declaration && !declaration.fieldDeclaration()).map(textOf);
    const contents: Contents = { members: [], body: [] };
    for (const part of parts) {
        if (part.statement) contents.body.push(buildStatement(part.statement));
        if (!part.declaration) continue;
        for (const member of buildMember(part.declaration, buildModifiers(part.modifiers))) {
            if (member.kind === 'field' && isLocal(member, shared)) contents.body.push(localOf(member));
            else contents.members.push(member);
        }
    }
    return contents;
}

function textOf({ declaration }: BlockPart): string {
    const { start, stop } = declaration!;
    return start.getInputStream()!.getText(start.start, stop!.stop);
}

function isLocal(field: Ast.FieldDeclaration, shared: string[]): boolean {
    const plain = [...field.modifiers.words].every((word) => word === 'final');
    const name = new RegExp(`\\b${field.name}\\b`, 'i');
    return plain && !shared.some((text) => name.test(text));
}

function localOf({ line, column, type, name, initializer, modifiers }: Ast.FieldDeclaration): Ast.LocalVariables {
    const variable = { line, column, name, initializer };
    return { line, column, kind: 'locals', type, final: modifiers.words.has('final'), variables: [variable] };
}
