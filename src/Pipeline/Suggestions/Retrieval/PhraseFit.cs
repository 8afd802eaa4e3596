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
    double Intent, double Words, double Tone, double Moment, double Lead, double Mandatory, double Told = 0);

/// <summary>What each aspect weighs. Set by hand on the labelled situations of the tests; a trained ranker replaces these numbers.</summary>
internal sealed record FitWeights
{
    public static FitWeights Default { get; } = new();

    public double Intent { get; init; } = 2.4;

    public double Words { get; init; } = 1.6;

    public double Tone { get; init; } = 1.2;

    public double Moment { get; init; } = 2;

    public double Lead { get; init; } = 2;

    public double Mandatory { get; init; } = 0.3;

    public double Told { get; init; } = -1.5;

    /// <summary>The sum at which a phrase fits as often as not.</summary>
    public double Even { get; init; } = 4.4;

    /// <summary>The score of a phrase, 0 to 1: the logistic function of how far its sum is from <see cref="Even"/>.</summary>
    public double Score(in PhraseFit fit) => 1 / (1 + Math.Exp(Even - (Intent * fit.Intent) - (Words * fit.Words) - (Tone * fit.Tone)
        - (Moment * fit.Moment) - (Lead * fit.Lead) - (Mandatory * fit.Mandatory)
        - (Told * fit.Told)));
}
