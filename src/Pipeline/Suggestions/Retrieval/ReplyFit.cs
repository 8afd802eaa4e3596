using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>How a candidate fits a situation, aspect by aspect, each from 0 to 1.</summary>
/// <param name="Category">What the reply does: what that is worth depends on the situation.</param>
/// <param name="Manner">How the reply sounds: what that is worth depends on the mood.</param>
internal readonly record struct ReplyFit(PhraseCategory Category, PhraseTone Manner)
{
    /// <summary>It is for what the conversation is about.</summary>
    public double Intent { get; init; }

    /// <summary>It is for what the newest message is about, as sure as that is.</summary>
    public double NewestIntent { get; init; }

    /// <summary>It is for few situations: one divided by their number; 0 when it is for any.</summary>
    public double Narrow { get; init; }

    /// <summary>The customer used its words.</summary>
    public double Words { get; init; }

    /// <summary>The customer used them in the newest message.</summary>
    public double NewestWords { get; init; }

    /// <summary>Whoever answered last used them.</summary>
    public double AnswerWords { get; init; }

    /// <summary>Its tone suits the mood, by the rules of <see cref="Retrieval.Fit"/>.</summary>
    public double Tone { get; init; }

    /// <summary>Its category suits where the conversation stands, by the same rules.</summary>
    public double Moment { get; init; }

    /// <summary>1 when the moment calls for its category before all others.</summary>
    public double Lead { get; init; }

    /// <summary>1 when the brand expects it to be said.</summary>
    public double Mandatory { get; init; }

    /// <summary>1 when it was written for this brand.</summary>
    public double Brand { get; init; }

    /// <summary>The share of it that the customer has already been told.</summary>
    public double Told { get; init; }
}
