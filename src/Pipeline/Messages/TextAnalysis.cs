using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>The feeling expressed about the situation or the service (docs/models.md defines the labels).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sentiment>))]
public enum Sentiment
{
    /// <summary>No expressed feeling.</summary>
    Neutral,

    /// <summary>Pleasure or thanks.</summary>
    Positive,

    /// <summary>Displeasure, worry or loss.</summary>
    Negative,

    /// <summary>Real positive and real negative feeling about different things.</summary>
    Mixed,
}

/// <summary>An emotion of the customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Emotion>))]
public enum Emotion
{
    /// <summary>None expressed.</summary>
    Neutral,

    /// <summary>Joy, relief, delight.</summary>
    Joy,

    /// <summary>Thanks.</summary>
    Gratitude,

    /// <summary>Strong blame, demand, outrage.</summary>
    Anger,

    /// <summary>Irritation or irony.</summary>
    Annoyance,

    /// <summary>Sadness, grief.</summary>
    Sadness,

    /// <summary>Fear or worry.</summary>
    Fear,

    /// <summary>Surprise.</summary>
    Surprise,

    /// <summary>Not understanding.</summary>
    Confusion,

    /// <summary>An expectation that was let down.</summary>
    Disappointment,
}

/// <summary>An emotion and how likely it is.</summary>
/// <param name="Emotion">The emotion.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record EmotionScore(Emotion Emotion, double Probability);

/// <summary>A word or phrase of the masked text that carried the decision.</summary>
/// <param name="Text">The words as written.</param>
/// <param name="Weight">How much they moved the valence: negative numbers towards displeasure, positive ones towards pleasure.</param>
public sealed record TextEvidence(string Text, double Weight);

/// <summary>Personal data in a text.</summary>
/// <param name="Kind">One of the kinds that are masked.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public sealed record PersonalDataSpan(string Kind, int Start, int Length);

/// <summary>What an analyser found in one text of a customer.</summary>
public sealed record TextAnalysis
{
    /// <summary>The language, <c>fr</c> or <c>en</c>; <c>und</c> when the text alone does not tell.</summary>
    public required string Language { get; init; }

    /// <summary>How sure the language is, 0 to 1.</summary>
    public required double LanguageConfidence { get; init; }

    /// <summary>The sentiment.</summary>
    public required Sentiment Sentiment { get; init; }

    /// <summary>How sure the sentiment is, 0 to 1; null where the analyser does not tell.</summary>
    public double? SentimentConfidence { get; init; }

    /// <summary>From -1 (strong displeasure) to 1 (strong pleasure).</summary>
    public required double Valence { get; init; }

    /// <summary>The emotions found, dominant first, never empty; <see cref="Emotion.Neutral"/> alone when there is none.</summary>
    public required IReadOnlyList<EmotionScore> Emotions { get; init; }

    /// <summary>0 none, 1 mild, 2 clear, 3 strong.</summary>
    public required int Intensity { get; init; }

    /// <summary>An insult or threat to a person or to staff, 0 to 1.</summary>
    public double Aggression { get; init; }

    /// <summary>What the message is about: one of the intents of docs/models.md; null when it does not tell.</summary>
    public string? Intent { get; init; }

    /// <summary>How likely the intent is, 0 to 1; null when the analyser does not say.</summary>
    public double? IntentConfidence { get; init; }

    /// <summary>
    /// Signs of difficulty named in the message, such as <c>wants_human</c>, <c>legal_threat</c>, <c>fraud_risk</c>: what the routing
    /// rules weigh. Ordered ordinally, each once.
    /// </summary>
    public IReadOnlyList<string> Signals { get; init; } = [];

    /// <summary>What its words say for the learned answers of routing; null in an analysis of a version or an analyser that gave none.</summary>
    public RoutingScores? Routing { get; init; }

    /// <summary>The words that carried the decision, strongest first.</summary>
    public IReadOnlyList<TextEvidence> Evidence { get; init; } = [];

    /// <summary>Which analyser made this, with its version, such as <c>care/1</c>: so that history can be re-scored and compared.</summary>
    public required string Scorer { get; init; }

    /// <summary>True when the chosen analyser failed and the local one stood in.</summary>
    public bool Degraded { get; init; }

    /// <summary>Personal data that an analyser saw in the text although it was masked: whoever asked masks it. No part of any event.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonalDataSpan> LeftPersonalData { get; init; } = [];

    /// <summary>The dominant emotion.</summary>
    [JsonIgnore]
    public Emotion DominantEmotion => Emotions[0].Emotion;
}
