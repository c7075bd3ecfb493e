import { context } from '../context.ts';
import { definePlatformInterface } from '../define.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { invokeMethod } from '../invoke.ts';
import type { Implementation } from '../registry.ts';
import type { VersionValue } from '../system/version.ts';
import { PlatformObject } from '../values/object.ts';

definePlatformInterface('InstallHandler', ['void onInstall(InstallContext context)']);
definePlatformInterface('UninstallHandler', ['void onUninstall(UninstallContext context)']);
definePlatformInterface('SandboxPostCopy', ['void runApexClass(SandboxContext context)']);
definePlatformInterface('InstallContext', [
    'Id organizationId()',
    'Id installerId()',
    'Boolean isUpgrade()',
    'Boolean isPush()',
    'Version previousVersion()'
]);
definePlatformInterface('UninstallContext', ['Id organizationId()', 'Id uninstallerId()']);
definePlatformInterface('SandboxContext', ['Id organizationId()', 'Id sandboxId()', 'String sandboxName()']);

/** What a script of an installation is told: answers by the key of the method that asks. */
class ScriptContextValue extends PlatformObject {
    readonly apexTypeName: string;

    constructor(apexTypeName: string, answers: Record<string, unknown>) {
        super();
        this.apexTypeName = apexTypeName;
        for (const [name, answer] of Object.entries(answers))
            Object.defineProperty(this, `${name.toLowerCase()}$0`, { value: () => answer });
    }
}

function install(handler: unknown, version: VersionValue | null, isPush = false): void {
    const { org, user } = context();
    const answers = {
        organizationId: org.id,
        installerId: user.id,
        isUpgrade: version !== null,
        isPush,
        previousVersion: version
    };
    invokeMethod(handler, 'onInstall', [new ScriptContextValue('InstallContext', answers)]);
}

function uninstall(handler: unknown): void {
    const { org, user } = context();
    const answers = { organizationId: org.id, uninstallerId: user.id };
    invokeMethod(handler, 'onUninstall', [new ScriptContextValue('UninstallContext', answers)]);
}

function copySandbox(
    script: unknown,
    organizationId: string,
    sandboxId: string,
    sandboxName: string,
    asAutomatedProcess = false
): void {
    if (asAutomatedProcess)
        throw new NotImplementedError('Test.testSandboxPostCopyScript as the automated process user');
    const answers = { organizationId, sandboxId, sandboxName };
    invokeMethod(script, 'runApexClass', [new ScriptContextValue('SandboxContext', answers)]);
}

/** Members of Test that run the scripts of a package or a sandbox. */
export const installTests: Record<string, Implementation> = {
    'void testInstall(InstallHandler installImplementation, Version version)': install,
    'void testInstall(InstallHandler installImplementation, Version version, Boolean isPush)': install,
    'void testUninstall(UninstallHandler uninstallImplementation)': uninstall,
    'void testSandboxPostCopyScript(SandboxPostCopy script, Id organizationId, Id sandboxId, String sandboxName)':
        copySandbox,
    'void testSandboxPostCopyScript(SandboxPostCopy script, Id organizationId, Id sandboxId, String sandboxName, Boolean runAsAutoProcUser)':
        copySandbox
};
