import LightningConfirm from 'lightning/confirm';
import { remove } from 'lib/records';
import { showToast } from 'lib/toasts';

/** Deletes a record if the person confirms it; whether it was deleted. */
export async function deleteAfterAsking(recordId: string, label: string): Promise<boolean> {
    const agreed = await LightningConfirm.open({
        label: `Delete ${label}`,
        message: `Are you sure you want to delete this ${label.toLowerCase()}? This cannot be undone here.`,
        theme: 'warning'
    });
    if (!agreed) {
        return false;
    }
    try {
        await remove(recordId);
        showToast(`${label} was deleted.`, 'success');
        return true;
    } catch (error) {
        showToast(`${label} was not deleted`, 'error', (error as Error).message);
        return false;
    }
}
