import day from '@salesforce/label/c.Insights_Day';
import days from '@salesforce/label/c.Insights_Days';
import now from '@salesforce/label/c.Insights_Stage_Now';
import stage from '@salesforce/label/c.Insights_Stage';
import stages from '@salesforce/label/c.Insights_Stages';
import thisDeal from '@salesforce/label/c.Insights_This_Deal';
import unknown from '@salesforce/label/c.Insights_Won_Unknown';
import wonDeals from '@salesforce/label/c.Insights_Won_Deals';
import wonOf from '@salesforce/label/c.Insights_Won_Of';

export const labels = { day, days, now, stage, stages, thisDeal, unknown, wonDeals, wonOf };
