import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FixtureProject } from './fixture.ts';

const labels = `<?xml version="1.0"?><CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
<labels><fullName>Save</fullName><language>en_US</language><protected>false</protected><shortDescription>s</shortDescription><value>Save</value></labels>
<labels><fullName>Count</fullName><language>en_US</language><protected>false</protected><shortDescription>c</shortDescription><value>{0} records</value></labels>
</CustomLabels>`;
const translation = (name: string, label: string): string =>
    `<?xml version="1.0"?><Translations xmlns="http://soap.sforce.com/2006/04/metadata">
<customLabels><label>${label}</label><name>${name}</name></customLabels></Translations>`;

/**
 * Labels in Apex: apex_class_System_Label.htm, and System.UserInfo. Two files of one language add up, as two deployments
 * of it do.
 */
const source = `@IsTest
private class LanguageOfUserTest {
    private static User userOf(String language, String locale) {
        Profile standard = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
        return new User(
            Username = language + '@language.example', LastName = 'L', Alias = 'l', Email = 'l@language.example',
            ProfileId = standard.Id, EmailEncodingKey = 'UTF-8', TimeZoneSidKey = 'Europe/Berlin',
            LanguageLocaleKey = language, LocaleSidKey = locale
        );
    }

    @IsTest
    static void labelsFollowTheLanguageOfTheUser() {
        Assert.areEqual('Save', Label.Save);
        System.runAs(userOf('de', 'de_DE')) {
            Assert.areEqual('de', UserInfo.getLanguage());
            Assert.areEqual('de_DE', UserInfo.getLocale());
            Assert.areEqual('Sichern', Label.Save);
            Assert.areEqual('Sichern', System.Label.Save);
            Assert.areEqual('3 Datensätze', String.format(Label.Count, new List<Object>{ 3 }));
            Assert.areEqual('Sichern', System.Label.get('', 'Save'));
            Assert.areEqual('05.09.2031', Date.newInstance(2031, 9, 5).format());
            Assert.areEqual('1.234,5', (1234.5).format());
        }
    }

    @IsTest
    static void aVariantFallsBackToItsLanguageAndOthersToTheOriginal() {
        System.runAs(userOf('de_AT', 'de_AT')) {
            Assert.areEqual('Sichern', Label.Save);
        }
        System.runAs(userOf('fr', 'fr_FR')) {
            Assert.areEqual('Save', Label.Save);
        }
    }

    @IsTest
    static void aLanguageCanBeAskedFor() {
        Assert.areEqual('Sichern', System.Label.get('', 'Save', 'de'));
        Assert.areEqual('Save', System.Label.get('', 'Save', 'fr'));
        Assert.isTrue(System.Label.translationExists('', 'Save', 'de'));
        Assert.isFalse(System.Label.translationExists('', 'Save', 'fr'));
    }
}`;

test('what Apex says is in the language of the user', () => {
    const project = new FixtureProject({
        LanguageOfUserTest: source,
        'force-app/labels/CustomLabels.labels-meta.xml': labels,
        'force-app/one/translations/de.translation-meta.xml': translation('Save', 'Sichern'),
        'force-app/two/translations/de.translation-meta.xml': translation('Count', '{0} Datensätze')
    });
    const results = project.test();
    project.remove();
    assert.deepEqual(
        results.filter((line) => !line.endsWith(': Pass')),
        []
    );
    assert.equal(results.length, 3);
});
