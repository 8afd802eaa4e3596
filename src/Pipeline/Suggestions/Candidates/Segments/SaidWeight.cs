namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>How much the words of a conversation speak for one candidate: sums of what each word that it holds weighs.</summary>
internal struct SaidWeight
{
    /// <summary>The words of the customer, less for older messages.</summary>
    public float All;

    /// <summary>Those of the newest message.</summary>
    public float Newest;

    /// <summary>Those of the last answer that the customer got.</summary>
    public float Answer;
}
