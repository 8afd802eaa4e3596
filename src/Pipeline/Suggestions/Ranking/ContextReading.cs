namespace Pipeline.Suggestions.Ranking;

/// <summary>
/// A conversation that awaits a reply, read once: what customer and agent said in turn, newest first, several messages in a row as one.
/// </summary>
internal sealed class ContextReading
{
    /// <summary>So many turns are read; what stands before them changes little.</summary>
    public const int MostTurns = 6;

    private static readonly TurnReading Nothing = new("");
    private readonly List<(bool Agent, TurnReading Reading)> _runs = [];

    /// <param name="turns">The last turns, oldest first.</param>
    public ContextReading(IReadOnlyList<(bool Agent, TurnReading Reading)> turns)
    {
        Turns = Math.Min(turns.Count, MostTurns);
        for (var index = turns.Count - 1; index >= turns.Count - Turns; index--)
        {
            if (_runs.Count > 0 && _runs[^1].Agent == turns[index].Agent)
            {
                _runs[^1] = (turns[index].Agent, TurnReading.Join(turns[index].Reading, _runs[^1].Reading));
            }
            else
            {
                _runs.Add(turns[index]);
            }
        }

        Features = ContextFeatures.Of(this);
    }

    /// <summary>How many turns there are.</summary>
    public int Turns { get; }

    /// <summary>What the encoder reads.</summary>
    public FeatureBag Features { get; }

    /// <summary>All of them, newest first.</summary>
    public IReadOnlyList<(bool Agent, TurnReading Reading)> Runs => _runs;

    /// <summary>What a side said, counted back from the newest; nothing where there is none.</summary>
    public TurnReading Said(bool agent, int back)
    {
        foreach (var run in _runs)
        {
            if (run.Agent == agent && back-- == 0)
            {
                return run.Reading;
            }
        }

        return Nothing;
    }
}
