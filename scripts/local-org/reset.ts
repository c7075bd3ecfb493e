/** `npm run reset`: forgets what was done in the local org; the next start loads the sample data again. */
import path from 'node:path';
import { DataInUse, StateFolder } from './server/start/state-folder.ts';

try {
    new StateFolder(path.resolve(import.meta.dirname, '../..')).empty();
    console.log('The local org is empty. The next npm start loads the sample data again.');
} catch (error) {
    if (!(error instanceof DataInUse)) {
        throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
}
