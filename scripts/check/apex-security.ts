import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import path from 'node:path';
import { packageDirectories } from '../build/project.ts';
import type { Finding } from './apex-types.ts';

// What an AppExchange security review looks for, and what is likely a mistake. Style is the formatter's business.
const RULES = ['pmd:Security', 'pmd:Performance:Apex', 'pmd:ErrorProne:Apex', 'pmd:BestPractices:Apex'];

/** Runs PMD's rules for Apex and metadata over the package directories. */
export async function checkApexSecurity(root: string): Promise<Finding[]> {
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.withDefaults());
    await analyzer.addEnginePlugin(createEnginePlugin());
    const workspace = await analyzer.createWorkspace(packageDirectories(root));
    const rules = await analyzer.selectRules(RULES, { workspace });
    const results = await analyzer.run(rules, { workspace });
    return results.getViolations().map((violation) => {
        const location = violation.getPrimaryLocation();
        return {
            file: path.relative(root, location.getFile() ?? ''),
            line: location.getStartLine() ?? 0,
            severity: violation.getRule().getSeverityLevel(),
            rule: violation.getRule().getName(),
            message: violation.getMessage()
        };
    });
}
