export { focusOn } from './focusOn';
export { formatText } from './formatText';
export { errorMessages, isNoAccess } from './errorMessages';
export { exactTime, isJustNow, relativeTime } from './relativeTime';
export { keepWork, keptWork, dropWork } from './keptWork';
