import heading from '@salesforce/label/c.Call_Figures';
import questions from '@salesforce/label/c.Call_Figures_Questions';
import share from '@salesforce/label/c.Call_Figures_Share';
import speaker from '@salesforce/label/c.Call_Figures_Speaker';

export const labels = { heading, questions, share, speaker };
