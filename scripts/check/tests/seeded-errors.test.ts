// One process for all of them: the project and the syntax trees of its Apex are read once.
import './seeded/automation.ts';
import './seeded/code.ts';
import './seeded/components.ts';
import './seeded/deploy.ts';
import './seeded/deployable.ts';
import './seeded/flows.ts';
import './seeded/metadata.ts';
import './seeded/references.ts';
import './seeded/translations.ts';
