import type { TaskDraft } from 'c/callTask';

type Insight = ApexTypes.AIInsightView | undefined;

/** What a person has filled in to log a call; kept while they are elsewhere. */
export interface LogDraft {
    readonly subject: string;
    readonly text: string;
    readonly personId: string;
    readonly tasks: readonly TaskDraft[];
    readonly isNextStepChosen: boolean;
    readonly nextStep: string;
    readonly isEmailChosen: boolean;
    readonly emailSubject: string;
    readonly emailBody: string;
}

/** The action items whose words were found in the call. */
export function actionItems(insight: Insight): ApexTypes.AIStatementView[] {
    return supported(insight, 'actionItems');
}

/** What the form starts with: the answer's words, and what Apex computed of them. */
export function startOf(insight: Insight, form: ApexTypes.CallFormView): LogDraft {
    return {
        subject: form.subject ?? '',
        text: insight?.draftText ?? '',
        personId: form.personId ?? '',
        tasks: actionItems(insight).map((item) => taskOf(item, form)),
        isNextStepChosen: false,
        nextStep: supported(insight, 'nextStep')[0]?.text ?? '',
        isEmailChosen: false,
        emailSubject: statements(insight, 'emailSubject')[0]?.text ?? '',
        emailBody: supported(insight, 'emailParagraphs')
            .map(({ text }) => text)
            .join('\n\n')
    };
}

/** A task that the person adds. */
export function newTask(key: string, ownerId: string): TaskDraft {
    return { key, isChosen: true, subject: '', ownerId, due: '', said: '', saidWho: '', saidWhen: '', isTheirs: false };
}

/** The values of the action Log, by the names that CallLogForm reads. */
export function valuesOf(draft: LogDraft, form: ApexTypes.CallFormView): Record<string, unknown> {
    const { subject, text, personId, nextStep, emailSubject, emailBody } = draft;
    const tasks = draft.tasks.filter(({ isChosen }) => isChosen);
    return {
        subject,
        text,
        personId,
        tasks: tasks.map((task) => ({ subject: task.subject, ownerId: task.ownerId, due: task.due, said: task.said })),
        ...(draft.isNextStepChosen ? { nextStep, nextStepBefore: form.nextStep ?? '' } : {}),
        ...(draft.isEmailChosen ? { emailSubject, emailBody, emailTo: personId } : {})
    };
}

function taskOf({ key, text, values, evidence }: ApexTypes.AIStatementView, form: ApexTypes.CallFormView): TaskDraft {
    const proposal = form.items?.find((item) => item.key === key);
    return {
        ...newTask(key ?? '', proposal?.ownerId ?? ''),
        subject: text ?? '',
        due: proposal?.due ?? '',
        said: (evidence ?? []).map(({ quote, label }) => `${label}: ${quote}`).join('\n'),
        saidWho: values?.owner ?? '',
        saidWhen: values?.due ?? '',
        isTheirs: proposal?.isTheirs === true
    };
}

function statements(insight: Insight, key: string): readonly ApexTypes.AIStatementView[] {
    return insight?.groups?.find((group) => group.key === key)?.statements ?? [];
}

function supported(insight: Insight, key: string): ApexTypes.AIStatementView[] {
    return statements(insight, key).filter((statement) => statement.supported);
}
