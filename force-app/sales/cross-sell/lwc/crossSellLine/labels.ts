import cancel from '@salesforce/label/c.Cross_Sell_Cancel';
import choose from '@salesforce/label/c.Cross_Sell_Choose';
import form from '@salesforce/label/c.Cross_Sell_Form';
import listPrice from '@salesforce/label/c.Cross_Sell_List_Price';
import notDone from '@salesforce/label/c.Cross_Sell_Not_Done';
import opportunity from '@salesforce/label/c.Cross_Sell_Opportunity';
import price from '@salesforce/label/c.Cross_Sell_Price';
import quantity from '@salesforce/label/c.Cross_Sell_Quantity';
import save from '@salesforce/label/c.Cross_Sell_Save';

export const labels = { cancel, choose, form, listPrice, notDone, opportunity, price, quantity, save };
