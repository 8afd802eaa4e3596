namespace Pipeline.Suggestions.Library;

/// <summary>How a reply sounds.</summary>
public enum PhraseTone
{
    /// <summary>Factual and polite.</summary>
    Neutral,

    /// <summary>Close and caring.</summary>
    Warm,

    /// <summary>It says sorry.</summary>
    Apologetic,

    /// <summary>Short sentences, one step at a time.</summary>
    Plain,

    /// <summary>It shares a joy.</summary>
    Celebratory,
}
