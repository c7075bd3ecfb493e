import ask from '@salesforce/label/c.Meeting_Brief_Ask';
import askAgain from '@salesforce/label/c.Meeting_Brief_Ask_Again';
import done from '@salesforce/label/c.Meeting_Brief_Done';
import facts from '@salesforce/label/c.Meeting_Brief_Facts';
import print from '@salesforce/label/c.Meeting_Brief_Print';
import printFacts from '@salesforce/label/c.Meeting_Brief_Print_Facts';
import printMade from '@salesforce/label/c.Meeting_Brief_Print_Made';
import printTitle from '@salesforce/label/c.Meeting_Brief_Print_Title';
import ready from '@salesforce/label/c.Meeting_Brief_Ready';
import title from '@salesforce/label/c.Meeting_Brief_Title';
import type { AnswerWords } from 'c/aiPanelState';

export const labels = { ask, askAgain, print, printFacts, printMade, printTitle, ready, title };

export const words: Partial<AnswerWords> = { done, facts };
