import backed from '@salesforce/label/c.Email_Draft_Backed';
import check from '@salesforce/label/c.Email_Draft_Check';
import checkExplanation from '@salesforce/label/c.Email_Draft_Check_Explanation';
import checkNone from '@salesforce/label/c.Email_Draft_Check_None';
import courtesy from '@salesforce/label/c.Email_Draft_Basis_Courtesy';
import note from '@salesforce/label/c.Email_Draft_Basis_Note';
import record from '@salesforce/label/c.Email_Draft_Basis_Record';

export const labels = { backed, check, checkExplanation, checkNone, courtesy, note, record };
