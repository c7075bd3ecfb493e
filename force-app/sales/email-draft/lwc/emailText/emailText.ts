export { choicesOf, firstChoices, questionOf, rememberChoices } from './choices';
export { composerPage } from './composer';
export { emailOf, keepEmail, keptEmail, textOfEmail } from './email';
export type { Choices } from './choices';
export type { Email } from './email';
