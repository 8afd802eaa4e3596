namespace Pipeline.Suggestions.Ranking;

/// <summary>
/// Ranks replies for a conversation by what advisors answered in others. Immutable and thread-safe; the same texts always give the same
/// scores.
/// </summary>
public sealed class ReplyRanker
{
    private static readonly Lazy<ReplyRanker> Resident = new(() => new(RankerResource.Read()));

    internal ReplyRanker(RankerModel model) => Model = model;

    /// <summary>The ranker that is part of the program.</summary>
    public static ReplyRanker Shared => Resident.Value;

    /// <summary>The name and version of its model.</summary>
    public string Name => Model.Name;

    /// <summary>What was learned.</summary>
    internal RankerModel Model { get; }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model of this version of the program, or it is damaged.</exception>
    public static ReplyRanker Read(Stream stream) => new(RankerFile.Read(stream));

    /// <summary>Reads a reply, once for all conversations it may be ranked in.</summary>
    public RankableReply Prepare(string reply) => new(new TurnReading(reply), Model);

    /// <summary>Reads a conversation that awaits a reply.</summary>
    /// <param name="turns">The turns, oldest first; the last six are read.</param>
    public RankableContext Prepare(IReadOnlyList<RankingTurn> turns) => new(
        new ContextReading([.. turns.TakeLast(ContextReading.MostTurns).Select(turn => (turn.ByAgent, new TurnReading(turn.Text)))]), Model);

    /// <summary>Scores a reply: the greater the better; only differences within one conversation mean anything.</summary>
    public float Score(RankableContext context, RankableReply reply)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(reply);
        Span<float> aspects = stackalloc float[ReplyAspects.Names.Length];
        ReplyAspects.Measure(context, reply, aspects);
        var (score, familiar) = (0f, context.Familiar);
        for (var aspect = 0; aspect < aspects.Length; aspect++)
        {
            score += aspects[aspect] * Model.WeightOf(aspect, familiar);
        }

        return score;
    }

    /// <summary>Tells what spoke most for or against a reply, strongest first; equals in the order of their names' list.</summary>
    /// <param name="context">The conversation.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="most">How many reasons there may be.</param>
    public IReadOnlyList<RankingReason> Explain(RankableContext context, RankableReply reply, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(reply);
        var aspects = new float[ReplyAspects.Names.Length];
        ReplyAspects.Measure(context, reply, aspects);
        return
        [
            .. aspects
                .Select((value, aspect) => new RankingReason(
                    ReplyAspects.Names[aspect], (value - Model.Typical[aspect]) * Model.WeightOf(aspect, context.Familiar)))
                .OrderByDescending(reason => MathF.Abs(reason.Contribution))
                .Take(most),
        ];
    }
}
