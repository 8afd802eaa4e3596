namespace Pipeline.Messages;

/// <summary>What persons corrected of a conversation, as it stands after some message: of each field the last word that was not taken back.</summary>
public sealed record ConversationCorrections
{
    /// <summary>What it is about; null when the program's word stands.</summary>
    public string? Reason { get; init; }

    /// <summary>How it ended, by the name of a <c>ConversationOutcome</c>; null when the program's word stands.</summary>
    public string? Outcome { get; init; }

    /// <summary>The skill that it needs; null when the program's word stands.</summary>
    public string? Skill { get; init; }

    /// <summary>Whether it is hard; null when the program's word stands.</summary>
    public bool? Hard { get; init; }

    /// <summary>What the program would say that it is about: the counts of intents go on beside the person's word.</summary>
    public string? MachineReason { get; init; }

    /// <summary>These, with one correction more.</summary>
    public ConversationCorrections With(Correction correction) => this with
    {
        Reason = correction.Reason ?? Reason,
        Outcome = correction.Outcome ?? Outcome,
        Skill = correction.Skill ?? Skill,
        Hard = correction.Hard ?? Hard,
    };
}
