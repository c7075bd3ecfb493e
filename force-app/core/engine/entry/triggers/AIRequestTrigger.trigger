/** Hands AI Request events over. */
trigger AIRequestTrigger on AI_Request__e(after insert) {
    AIRequestEvents.ask(Trigger.new);
}
