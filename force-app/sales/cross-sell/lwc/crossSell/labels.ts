import added from '@salesforce/label/c.Cross_Sell_Added';
import addedMessage from '@salesforce/label/c.Cross_Sell_Added_Message';
import ask from '@salesforce/label/c.Cross_Sell_Ask';
import askAgain from '@salesforce/label/c.Cross_Sell_Ask_Again';
import bringBack from '@salesforce/label/c.Cross_Sell_Bring_Back';
import bringBackProduct from '@salesforce/label/c.Cross_Sell_Bring_Back_Product';
import cannotCompare from '@salesforce/label/c.Cross_Sell_Cannot_Compare';
import cannotCompareAdvice from '@salesforce/label/c.Cross_Sell_Cannot_Compare_Advice';
import compared from '@salesforce/label/c.Cross_Sell_Compared';
import comparedOne from '@salesforce/label/c.Cross_Sell_Compared_One';
import cut from '@salesforce/label/c.Cross_Sell_Cut';
import dismissed from '@salesforce/label/c.Cross_Sell_Dismissed';
import dismissedBy from '@salesforce/label/c.Cross_Sell_Dismissed_By';
import dismissedMessage from '@salesforce/label/c.Cross_Sell_Dismissed_Message';
import kinds from '@salesforce/label/c.Cross_Sell_Kinds';
import leftOut from '@salesforce/label/c.Cross_Sell_Left_Out';
import loading from '@salesforce/label/c.Cross_Sell_Loading';
import noOpportunity from '@salesforce/label/c.Cross_Sell_No_Opportunity';
import none from '@salesforce/label/c.Cross_Sell_None';
import noneAdvice from '@salesforce/label/c.Cross_Sell_None_Advice';
import notDone from '@salesforce/label/c.Cross_Sell_Not_Done';
import ownRights from '@salesforce/label/c.Cross_Sell_Own_Rights';
import products from '@salesforce/label/c.Cross_Sell_Products';
import ready from '@salesforce/label/c.Cross_Sell_Ready';
import title from '@salesforce/label/c.Cross_Sell_Title';
import undo from '@salesforce/label/c.Cross_Sell_Undo';
import undone from '@salesforce/label/c.Cross_Sell_Undone';
import undoneMessage from '@salesforce/label/c.Cross_Sell_Undone_Message';

export const labels = {
    added,
    addedMessage,
    ask,
    askAgain,
    bringBack,
    bringBackProduct,
    cannotCompare,
    cannotCompareAdvice,
    compared,
    comparedOne,
    cut,
    dismissed,
    dismissedBy,
    dismissedMessage,
    kinds,
    leftOut,
    loading,
    noOpportunity,
    none,
    noneAdvice,
    notDone,
    ownRights,
    products,
    ready,
    title,
    undo,
    undone,
    undoneMessage
};
