namespace Pipeline.Suggestions.Retrieval;

/// <summary>How a phrase fits a situation, aspect by aspect, each from 0 to 1.</summary>
/// <param name="Intent">It is for what the conversation is about.</param>
/// <param name="Words">The customer used its words.</param>
/// <param name="Tone">Its tone suits the mood.</param>
/// <param name="Moment">Its category suits where the conversation stands.</param>
/// <param name="Lead">1 when the moment calls for its category before all others.</param>
/// <param name="Mandatory">1 when the brand expects it to be said.</param>
/// <param name="Told">The share of it that the customer has already been told: the only aspect that speaks against a phrase.</param>
internal readonly record struct PhraseFit(
    double Intent, double Words, double Tone, double Moment, double Lead, double Mandatory, double Told = 0)
{
    /// <summary>The aspects, in the order of <see cref="FitWeights.Values"/>.</summary>
    public double[] Values => [Intent, Words, Tone, Moment, Lead, Mandatory, Told];
}
