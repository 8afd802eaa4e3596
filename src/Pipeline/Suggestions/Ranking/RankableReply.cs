namespace Pipeline.Suggestions.Ranking;

/// <summary>A reply that can be ranked, with all that does not depend on the conversation.</summary>
public sealed class RankableReply
{
    /// <summary>Reads a reply.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="model">What was learned.</param>
    /// <param name="counts">The replies that were given so far; by default those of training.</param>
    internal RankableReply(string text, RankerModel model, ReplyCounts? counts = null)
        : this(new TurnReading(text), model, counts)
    {
    }

    /// <summary>Takes a reply that was read.</summary>
    internal RankableReply(TurnReading reading, RankerModel model, ReplyCounts? counts = null)
    {
        counts ??= model.Counts;
        Reading = reading;
        Vector = model.Vectors.Encode(ReplyFeatures.Of(reading));
        ExactCount = counts.Of(ReplyCounts.Exact(reading));
        TemplateCount = counts.Of(ReplyCounts.Template(reading));
        SentenceCount = counts.Of(ReplyCounts.Sentence(reading));
        Rarities = [.. reading.Words.Select(word => word.Kind == RankingWordKind.Question ? 0 : model.Rarity.Of(word.Hash))];
    }

    /// <summary>The reply.</summary>
    internal TurnReading Reading { get; }

    /// <summary>Where the encoder puts it.</summary>
    internal float[] Vector { get; }

    /// <summary>How often it was given as it is worded.</summary>
    internal int ExactCount { get; }

    /// <summary>How often it was given, whatever its numbers and names.</summary>
    internal int TemplateCount { get; }

    /// <summary>How often its last sentence was said, whatever its numbers and names.</summary>
    internal int SentenceCount { get; }

    /// <summary>How rare each of its words is.</summary>
    internal float[] Rarities { get; }
}
