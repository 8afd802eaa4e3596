namespace Pipeline.Suggestions.Ranking;

/// <summary>What the encoder reads in a conversation.</summary>
internal static class ContextFeatures
{
    /// <summary>The features of a conversation.</summary>
    public static FeatureBag Of(ContextReading context)
    {
        var bag = new FeatureBag();
        var (asked, before, earlier) = (context.Said(true, 0), context.Said(true, 1), context.Said(true, 2));
        var said = context.Said(false, 0);
        for (var back = 0; back < 3; back++)
        {
            var depth = back == 0 ? 3 : back == 1 ? 2 : 1;
            bag.AddRuns(context.Said(false, back).Words, 10 + (uint)back, depth);
            bag.EndGroup();
            bag.AddRuns(context.Said(true, back).Words, 20 + (uint)back, depth);
            bag.EndGroup();
        }

        foreach (var (agent, reading) in context.Runs)
        {
            bag.AddRuns(reading.Words, agent ? 31u : 30u, 2);
        }

        bag.EndGroup();
        AddFlow(bag, context, said, asked, before, earlier);
        AddAnswers(bag, said, asked);
        return bag;
    }

    /// <summary>What was said before what: scripts go from one question to the next.</summary>
    private static void AddFlow(
        FeatureBag bag, ContextReading context, TurnReading said, TurnReading asked, TurnReading before, TurnReading earlier)
    {
        bag.Add(RankingHash.Of(40, 0));
        bag.Add(RankingHash.Of(41, asked.Template));
        bag.Add(RankingHash.Of(42, asked.LastSentence));
        bag.Add(RankingHash.Of(43, asked.Head));
        bag.EndGroup(2);
        bag.Add(RankingHash.Of(44, asked.Template, before.Template));
        bag.Add(RankingHash.Of(45, asked.Template, before.Template, earlier.Template));
        bag.Add(RankingHash.Of(46, before.Template));
        bag.Add(RankingHash.Of(47, earlier.Template));
        bag.Add(RankingHash.Of(48, asked.LastSentence, before.LastSentence));
        bag.EndGroup(2);
        var size = (uint)Math.Min(4, (said.Words.Length + 1) / 2);
        var kinds = (said.Asks ? 1u : 0) + (said.Words.Any(word => word.Kind == RankingWordKind.Number) ? 2u : 0);
        bag.Add(RankingHash.Of(50, (uint)context.Turns));
        bag.Add(RankingHash.Of(51, size));
        bag.Add(RankingHash.Of(52, kinds));
        bag.Add(RankingHash.Of(53, asked.LastSentence, kinds, size));
        bag.Add(RankingHash.Of(54, asked.Asks ? 1u : 0u, kinds, size));
        bag.EndGroup(2);
    }

    /// <summary>What was answered to what: "no" means something else after each question.</summary>
    private static void AddAnswers(FeatureBag bag, TurnReading said, TurnReading asked)
    {
        foreach (var word in said.Words)
        {
            bag.Add(RankingHash.Of(60, asked.Template, word.Form));
        }

        bag.EndGroup();
        foreach (var word in said.Words)
        {
            bag.Add(RankingHash.Of(61, asked.Head, word.Form));
        }

        bag.EndGroup();
        bag.Add(RankingHash.Of(62, said.Template));
        bag.Add(RankingHash.Of(63, asked.Template, said.Template));
        bag.Add(RankingHash.Of(64, asked.Head, said.Template));
        bag.EndGroup();
    }
}
