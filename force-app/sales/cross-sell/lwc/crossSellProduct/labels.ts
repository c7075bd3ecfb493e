import add from '@salesforce/label/c.Cross_Sell_Add';
import addProduct from '@salesforce/label/c.Cross_Sell_Add_Product';
import buyers from '@salesforce/label/c.Cross_Sell_Buyers';
import buyersOf from '@salesforce/label/c.Cross_Sell_Buyers_Of';
import cancel from '@salesforce/label/c.Cross_Sell_Cancel';
import dismiss from '@salesforce/label/c.Cross_Sell_Dismiss';
import dismissProduct from '@salesforce/label/c.Cross_Sell_Dismiss_Product';
import last from '@salesforce/label/c.Cross_Sell_Last';
import reason from '@salesforce/label/c.Cross_Sell_Reason';
import together from '@salesforce/label/c.Cross_Sell_Together';
import togetherOf from '@salesforce/label/c.Cross_Sell_Together_Of';
import togetherOwn from '@salesforce/label/c.Cross_Sell_Together_Own';
import unknown from '@salesforce/label/c.Cross_Sell_Unknown';
import usual from '@salesforce/label/c.Cross_Sell_Usual';
import usualOf from '@salesforce/label/c.Cross_Sell_Usual_Of';
import why from '@salesforce/label/c.Cross_Sell_Why';

export const labels = {
    add,
    addProduct,
    buyers,
    buyersOf,
    cancel,
    dismiss,
    dismissProduct,
    last,
    reason,
    together,
    togetherOf,
    togetherOwn,
    unknown,
    usual,
    usualOf,
    why
};
