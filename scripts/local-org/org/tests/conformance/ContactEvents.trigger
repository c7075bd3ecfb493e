trigger ContactEvents on Contact(
    before insert,
    after insert,
    before update,
    after update,
    before delete,
    after delete,
    after undelete
) {
    String before = Trigger.new == null ? 'null' : String.valueOf(Trigger.new.size());
    String after = Trigger.old == null ? 'null' : String.valueOf(Trigger.old.size());
    TriggersTest.events.add(Trigger.operationType + ' ' + before + ' ' + after);
    if (Trigger.isBefore && Trigger.isInsert) {
        for (Contact contact : Trigger.new) {
            if (contact.LastName == 'title') {
                contact.Title = 'set before';
            }
            if (TriggersTest.refuses && contact.LastName == 'bad') {
                contact.addError('Not this one');
            }
        }
    }
}
