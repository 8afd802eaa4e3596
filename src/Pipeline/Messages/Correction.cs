using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// What a person says is so, where a program said something else (docs/review.md). Of a message: its feeling or what it is about. Of a
/// conversation: its reason, outcome, skill, and whether it is hard. What is null is not corrected.
/// </summary>
public sealed record Correction
{
    /// <summary>Who corrects.</summary>
    public required string By { get; init; }

    /// <summary>Why; null for a withdrawal.</summary>
    public CorrectionCause? Cause { get; init; }

    /// <summary>Of a message: its sentiment.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>Of a message: its dominant emotion.</summary>
    public Emotion? Emotion { get; init; }

    /// <summary>Of a message: what it is about.</summary>
    public string? Intent { get; init; }

    /// <summary>Of a conversation: what it is about.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a conversation: how it ended, by the name of a <c>ConversationOutcome</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Of a conversation: the skill that it needs.</summary>
    public string? Skill { get; init; }

    /// <summary>Of a conversation: whether it is hard.</summary>
    public bool? Hard { get; init; }

    /// <summary>Whether it takes an earlier correction back: the one whose id the message has as its target.</summary>
    public bool Withdraws { get; init; }

    /// <summary>Whether it says something of a message.</summary>
    [JsonIgnore]
    public bool IsOfMessage => Sentiment is not null || Emotion is not null || Intent is not null;

    /// <summary>Whether it says something of the conversation.</summary>
    [JsonIgnore]
    public bool IsOfConversation => Reason is not null || Outcome is not null || Skill is not null || Hard is not null;

    /// <summary>How an analysis reads after this correction.</summary>
    /// <remarks>
    /// Valence and intensity follow the person's word only as far as they contradict it: a sentiment keeps a valence of its own sign, and else
    /// gets <see cref="PlainValence"/>; no feeling has no intensity, and a feeling has at least 1. The evidence carried the program's decision, and goes with it.
    /// </remarks>
    public TextAnalysis Apply(TextAnalysis analysis)
    {
        var sentiment = Sentiment ?? (Emotion is { } felt ? Follow(analysis.Sentiment, felt) : analysis.Sentiment);
        var moved = Sentiment is not null || Emotion is not null;
        var emotion = Emotion ?? (moved ? Fitting(analysis.DominantEmotion, sentiment) : analysis.DominantEmotion);
        var neutral = sentiment == Messages.Sentiment.Neutral && emotion == Messages.Emotion.Neutral;
        return analysis with
        {
            Sentiment = sentiment,
            SentimentConfidence = moved ? 1 : analysis.SentimentConfidence,
            Valence = moved ? ValenceOf(sentiment, analysis.Valence) : analysis.Valence,
            Emotions = moved ? [new EmotionScore(emotion, 1)] : analysis.Emotions,
            Intensity = !moved ? analysis.Intensity : neutral ? 0 : Math.Max(1, analysis.Intensity),
            Intent = Intent ?? analysis.Intent,
            IntentConfidence = Intent is null ? analysis.IntentConfidence : 1,
            Evidence = moved ? [] : analysis.Evidence,
        };
    }

    /// <summary>The valence of a feeling of which nothing else is known, as 1 mild feeling of the scale of docs/models.md.</summary>
    public const double PlainValence = 0.4;

    private static double ValenceOf(Sentiment sentiment, double machine) => sentiment switch
    {
        Messages.Sentiment.Positive => machine > 0 ? machine : PlainValence,
        Messages.Sentiment.Negative => machine < 0 ? machine : -PlainValence,
        Messages.Sentiment.Neutral => 0,
        _ => machine,
    };

    // An emotion that the sentiment speaks against is no longer known: joy and thanks are positive, surprise and confusion can be either.
    private static Emotion Fitting(Emotion emotion, Sentiment sentiment) => (sentiment, SideOf(emotion)) switch
    {
        (Messages.Sentiment.Neutral, _) => Messages.Emotion.Neutral,
        (Messages.Sentiment.Positive, < 0) => Messages.Emotion.Joy,
        (Messages.Sentiment.Negative, > 0) => Messages.Emotion.Annoyance,
        (Messages.Sentiment.Positive, 0) when emotion == Messages.Emotion.Neutral => Messages.Emotion.Joy,
        (Messages.Sentiment.Negative, 0) when emotion == Messages.Emotion.Neutral => Messages.Emotion.Annoyance,
        _ => emotion,
    };

    private static Sentiment Follow(Sentiment sentiment, Emotion emotion) => (SideOf(emotion), sentiment) switch
    {
        ( > 0, Messages.Sentiment.Negative or Messages.Sentiment.Neutral) => Messages.Sentiment.Positive,
        ( < 0, Messages.Sentiment.Positive or Messages.Sentiment.Neutral) => Messages.Sentiment.Negative,
        (0, _) when emotion == Messages.Emotion.Neutral => Messages.Sentiment.Neutral,
        _ => sentiment,
    };

    private static int SideOf(Emotion emotion) => emotion switch
    {
        Messages.Emotion.Joy or Messages.Emotion.Gratitude => 1,
        Messages.Emotion.Neutral or Messages.Emotion.Surprise or Messages.Emotion.Confusion => 0,
        _ => -1,
    };
}

/// <summary>Why a person corrects: a closed list, because free text would be about people, and because it says what the models must learn.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectionCause>))]
public enum CorrectionCause
{
    /// <summary>It was meant the other way round: irony, "thanks for nothing".</summary>
    [JsonStringEnumMemberName("irony")]
    Irony,

    /// <summary>A negation was not understood.</summary>
    [JsonStringEnumMemberName("negation")]
    Negation,

    /// <summary>Words of the trade or of a region, abbreviations, spelling.</summary>
    [JsonStringEnumMemberName("wording")]
    Wording,

    /// <summary>The words are somebody else's: a quotation, a copied text.</summary>
    [JsonStringEnumMemberName("quotation")]
    Quotation,

    /// <summary>Only what was said before or elsewhere tells.</summary>
    [JsonStringEnumMemberName("context")]
    Context,

    /// <summary>It is about another matter.</summary>
    [JsonStringEnumMemberName("wrongMatter")]
    WrongMatter,

    /// <summary>It was harder, or easier, than it looked.</summary>
    [JsonStringEnumMemberName("wrongDifficulty")]
    WrongDifficulty,

    /// <summary>None of the others.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
