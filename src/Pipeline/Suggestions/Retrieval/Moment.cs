namespace Pipeline.Suggestions.Retrieval;

/// <summary>Where a conversation stands, as far as it changes what to say next.</summary>
public enum Moment
{
    /// <summary>The customer wrote, and no advisor has answered yet.</summary>
    Opening,

    /// <summary>The matter is being worked on.</summary>
    Working,

    /// <summary>The customer says ok, or does what was asked.</summary>
    Acknowledging,

    /// <summary>The customer has waited long for an answer, or says so.</summary>
    Waiting,

    /// <summary>The customer asks for a person, or for another one.</summary>
    WantsHuman,

    /// <summary>The customer says that it works.</summary>
    Solved,

    /// <summary>The customer thanks and takes leave.</summary>
    Parting,
}
