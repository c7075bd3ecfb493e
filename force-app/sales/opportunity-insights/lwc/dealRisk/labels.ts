import closed from '@salesforce/label/c.Insights_Closed';
import computed from '@salesforce/label/c.Insights_Computed';
import failed from '@salesforce/label/c.Insights_Failed';
import high from '@salesforce/label/c.Insights_Level_High';
import loading from '@salesforce/label/c.Insights_Signals_Loading';
import low from '@salesforce/label/c.Insights_Level_Low';
import medium from '@salesforce/label/c.Insights_Level_Medium';
import none from '@salesforce/label/c.Insights_Level_None';
import points from '@salesforce/label/c.Insights_Points';
import refresh from '@salesforce/label/c.Insights_Refresh';
import refreshed from '@salesforce/label/c.Insights_Refreshed';
import rule from '@salesforce/label/c.Insights_Rule';
import signals from '@salesforce/label/c.Insights_Signals';
import stages from '@salesforce/label/c.Insights_Stages';
import storedNever from '@salesforce/label/c.Insights_Stored_Never';
import storedOther from '@salesforce/label/c.Insights_Stored_Other';
import storedSame from '@salesforce/label/c.Insights_Stored_Same';

export const labels = {
    closed,
    computed,
    failed,
    high,
    loading,
    low,
    medium,
    none,
    points,
    refresh,
    refreshed,
    rule,
    signals,
    stages,
    storedNever,
    storedOther,
    storedSame
};
