import { Router, type NextFunction, type Request, type Response } from 'express';
import { layoutRouter } from './layouts.ts';
import { listsRouter } from './lists.ts';
import { objectInfoRouter } from './object-info.ts';
import { picklistValuesRouter } from './picklist-values.ts';
import { uiRecordsRouter } from './records.ts';
import { relatedListsRouter } from './related-lists.ts';
import { SaveError } from './save-error.ts';

/** `/ui-api`: what Lightning Data Service, record forms and lists stand on. */
export function uiApiRouter(): Router {
    const router = Router();
    const resources = Router();
    resources.use(uiRecordsRouter(), objectInfoRouter(), picklistValuesRouter(), layoutRouter());
    resources.use(listsRouter(), relatedListsRouter());
    router.use('/ui-api', resources, sendSaveError);
    return router;
}

function sendSaveError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
    if (error instanceof SaveError) {
        response.status(error.status).json(error.toUiBody());
    } else {
        next(error);
    }
}
