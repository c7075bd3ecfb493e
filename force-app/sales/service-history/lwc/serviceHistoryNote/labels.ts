import attach from '@salesforce/label/c.Service_History_Attach';
import choose from '@salesforce/label/c.Service_History_Choose';
import dealsFailed from '@salesforce/label/c.Service_History_Deals_Failed';
import noneOpen from '@salesforce/label/c.Service_History_None_Open';
import opportunity from '@salesforce/label/c.Service_History_Opportunity';

export const labels = { attach, choose, dealsFailed, noneOpen, opportunity };
