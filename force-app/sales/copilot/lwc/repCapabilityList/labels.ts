import capabilities from '@salesforce/label/c.Rep_Copilot_Capabilities';
import choose from '@salesforce/label/c.Rep_Copilot_Choose';
import skip from '@salesforce/label/c.Rep_Copilot_Skip';
import suggested from '@salesforce/label/c.Rep_Copilot_Suggested';
import withoutAI from '@salesforce/label/c.Rep_Copilot_Without_AI';

export const labels = { capabilities, choose, skip, suggested, withoutAI };
