namespace Pipeline.Ports;

/// <summary>Measures a closed conversation.</summary>
public interface IConversationMeasurer
{
    /// <summary>The measures: a pure function of the record.</summary>
    ConversationMeasures Measure(ConversationRecord record);
}
