trigger BatchErrors on BatchApexErrorEvent(after insert) {
    List<Task> tasks = new List<Task>();
    for (BatchApexErrorEvent event : Trigger.new) {
        tasks.add(
            new Task(
                Subject = event.ExceptionType + ': ' + event.Message,
                Description = event.Phase + ' ' + event.JobScope + ' ' + event.DoesExceedJobScopeMaxLength
            )
        );
    }
    insert tasks;
}
