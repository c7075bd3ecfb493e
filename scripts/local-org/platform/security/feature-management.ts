import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';

definePlatformClass({
    name: 'FeatureManagement',
    statics: {
        'Boolean checkPermission(String apiName)': (name: string) =>
            context().org.data.permissions.customPermission(context().user.id, name)
    }
});
