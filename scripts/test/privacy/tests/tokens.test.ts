import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { tokensOf } from '../../../model-simulator/tokens.ts';
import { literal, RoadSession } from '../road-session.ts';

/** Ordinary business prose; each is repeated with other numbers, so that an estimate cannot be right by chance. */
const SAMPLES: Record<string, string> = {
    English:
        'The technician replaced the pressure sensor on Tuesday, but the alarm came back after two hours. The customer asks whether the warranty covers a second visit and when somebody can come.',
    German: 'Der Techniker hat am Dienstag den Drucksensor getauscht, doch nach zwei Stunden kam die Störung wieder. Der Kunde fragt, ob die Gewährleistung einen zweiten Besuch abdeckt und wann jemand kommen kann.',
    French: 'Le technicien a remplacé le capteur de pression mardi, mais l’alarme est revenue deux heures plus tard. Le client demande si la garantie couvre une deuxième visite et quand quelqu’un pourra venir.',
    Spanish:
        'El técnico cambió el sensor de presión el martes, pero la alarma volvió dos horas después. El cliente pregunta si la garantía cubre una segunda visita y cuándo puede venir alguien.',
    Italian:
        'Il tecnico ha sostituito il sensore di pressione martedì, ma l’allarme è tornato dopo due ore. Il cliente chiede se la garanzia copre una seconda visita e quando può venire qualcuno.',
    Portuguese:
        'O técnico trocou o sensor de pressão na terça-feira, mas o alarme voltou duas horas depois. O cliente pergunta se a garantia cobre uma segunda visita e quando alguém pode vir.',
    Dutch: 'De monteur heeft dinsdag de druksensor vervangen, maar na twee uur kwam het alarm terug. De klant vraagt of de garantie een tweede bezoek dekt en wanneer er iemand kan komen.',
    Masked: '[NAME_1] wrote to [EMAIL_2] that the pump at [ADDRESS_1] leaks again; [NAME_1.2] wants to be called at [PHONE_3] before noon, order 4500 is still open.',
    Table: 'Item | Quantity | Price\nPump CX-300 | 2 | 1,250.00 EUR\nValve DN 25 | 14 | 38.50 EUR\nSeal kit 30-4412-B7 | 3 | 12.00 EUR\n'
};
const TOLERANCE = 0.1;

describe('the token estimate', () => {
    let session: RoadSession;
    before(async () => void (session = await RoadSession.start()));
    after(() => session.stop());

    it('is within a tenth of what the simulator counts, in several languages', () => {
        const texts = Object.values(SAMPLES).map((text) =>
            [...Array(12).keys()].map((index) => `${index + 1}. ${text} (${index * 37})`).join('\n')
        );
        const log = session.apex(
            `for (String text : new List<String>{ ${texts.map(literal).join(', ')} }) { System.debug(AITokenEstimate.of(text)); }`
        );
        const off = Object.keys(SAMPLES).map((language, index) => {
            const counted = tokensOf(texts[index]);
            return { language, counted, estimated: Number(log[index]), share: Number(log[index]) / counted - 1 };
        });
        console.log(off.map(({ language, share }) => `${language} ${(share * 100).toFixed(1)} %`).join(', '));
        assert.deepEqual(
            off.filter(({ share }) => Math.abs(share) > TOLERANCE),
            []
        );
    });

    // The simulator does not charge for the schema, as providers do; the budget counts it.
    it('of a whole request is within a tenth of what the audit log was charged', async () => {
        const [recordId = ''] = session.apex(`
            Case record = new Case(Subject = 'Pump', Description = ${literal(Object.values(SAMPLES).join('\n\n'))});
            insert record;
            System.debug(record.Id);`);
        const [estimate] = session.apex(`
            AIGathering gathering = new CaseSummary().gather('${recordId}');
            AIMasker masker = new AIMasker(AIConfig.maskingRules(), gathering.knownNames);
            AI_Use_Case__mdt config = AIConfig.useCase('Case_Summary');
            AIPrompt prompt = new AIPromptComposer(config.Prompt__r, masker).compose(gathering.sources, 16000);
            AI_Prompt__mdt bare = config.Prompt__r.clone(true, true, true, true);
            bare.Response_Schema__c = '';
            Integer schema = new AIPromptText(config.Prompt__r).fixedTokens() - new AIPromptText(bare).fixedTokens();
            System.debug(prompt.estimatedTokens - schema);`);
        await session.ask('Case_Summary', recordId);
        const [charged] = session.apex(
            `System.debug([SELECT Input_Tokens__c FROM AI_Audit_Log__c WHERE Record_Id__c = '${recordId}' LIMIT 1].Input_Tokens__c);`
        );
        const share = Number(estimate) / Number(charged) - 1;
        console.log(`a whole request: ${(share * 100).toFixed(1)} %`);
        assert.ok(Math.abs(share) <= TOLERANCE, `${estimate} estimated, ${charged} charged`);
    });

    it('leaves the CPU limit alone with 100 kB of sources', () => {
        const text = [...Array(600).keys()]
            .map((index) => `${index}. ${SAMPLES['English']}`)
            .join('\n')
            .slice(0, 100_000);
        const [milliseconds] = session.apex(`
            String text = ${literal(text.slice(0, 20_000))}.repeat(5);
            Long before = Limits.getCpuTime();
            AIMasker masker = new AIMasker(AIConfig.maskingRules(), new Set<String>{ 'Kim Osei' });
            masker.learnNames(text);
            masker.mask(text);
            AIHostileText.isIn(new List<AISource>{ new AISource(UserInfo.getUserId(), 'User', 'AboutMe', 'l', text, null) });
            System.debug(Limits.getCpuTime() - before);`);
        console.log(`100 kB masked and looked through in ${milliseconds} ms`);
        assert.ok(Number(milliseconds) < 5000, `${milliseconds} ms of the 10,000 that a request may take`);
    });
});
