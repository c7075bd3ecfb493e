import { literal, type RoadSession } from './road-session.ts';

/**
 * An opportunity whose account, assets and cases hold the texts, with the person as a contact, and two accounts like it that have a product
 * which it lacks; its id. Without such a product no model is asked.
 */
export function comparedWith(session: RoadSession, texts: string[], html: string[], person: string): string {
    const all = [...texts, ...html];
    const size = Math.ceil(all.length / 4);
    const [account, deal, asset, call] = [0, 1, 2, 3].map((part) =>
        literal(all.slice(part * size, (part + 1) * size).join('\n\n'))
    );
    const [first, ...rest] = person.split(' ');
    const log = session.apex(`
        // An industry of its own: accounts of earlier calls are not like these.
        String industry = 'Planted ' + [SELECT COUNT() FROM Account];
        Account account = new Account(Name = 'Planted Account', Industry = industry, NumberOfEmployees = 100, Description = ${account});
        Account one = new Account(Name = 'Like it', Industry = industry, NumberOfEmployees = 100);
        Account two = new Account(Name = 'Like it too', Industry = industry, NumberOfEmployees = 100);
        insert new List<Account>{ account, one, two };
        Product2 product = new Product2(Name = 'Crane', ProductCode = 'CR', IsActive = true);
        insert product;
        insert new Contact(FirstName = ${literal(first)}, LastName = ${literal(rest.join(' '))}, AccountId = account.Id);
        Opportunity record = new Opportunity(Name = 'Planted texts', Description = ${deal}, AccountId = account.Id,
            StageName = 'Prospecting', CloseDate = Date.today().addDays(30));
        insert record;
        insert new List<Asset>{
            new Asset(Name = 'Planted', AccountId = account.Id, Description = ${asset}),
            new Asset(Name = 'Crane', AccountId = one.Id, Product2Id = product.Id),
            new Asset(Name = 'Crane', AccountId = two.Id, Product2Id = product.Id)
        };
        insert new Case(AccountId = account.Id, Subject = 'Planted', Description = ${call});
        System.debug(record.Id);`);
    return log.at(-1) ?? '';
}
