namespace Pipeline.Suggestions.Ranking;

/// <summary>A conversation that awaits a reply, with all that does not depend on the reply.</summary>
public sealed class RankableContext
{
    private readonly Dictionary<uint, WordPlaces> _words = [];

    /// <summary>Takes a conversation that was read.</summary>
    internal RankableContext(ContextReading reading, RankerModel model, ReplyCounts? counts = null)
    {
        counts ??= model.Counts;
        Reading = reading;
        Vector = model.Vectors.Encode(reading.Features);
        (Asked, Said) = (reading.Said(true, 0), reading.Said(false, 0));
        TemplateCount = counts.Of(ReplyCounts.AfterTemplate(Asked));
        SentenceCount = counts.Of(ReplyCounts.AfterSentence(Asked));
        AnswerCount = counts.Of(ReplyCounts.AfterAnswer(Asked, Said));
        Counts = counts;
        var (newestCustomer, newestAgent) = (true, true);
        foreach (var (agent, run) in reading.Runs)
        {
            var place = agent ? newestAgent ? WordPlaces.Asked : WordPlaces.Told : newestCustomer ? WordPlaces.Said : WordPlaces.SaidBefore;
            foreach (var word in run.Words)
            {
                _words[word.Hash] = _words.GetValueOrDefault(word.Hash) | place;
            }

            (newestCustomer, newestAgent) = (newestCustomer && agent, newestAgent && !agent);
        }
    }

    /// <summary>The conversation.</summary>
    internal ContextReading Reading { get; }

    /// <summary>Where the encoder puts it.</summary>
    internal float[] Vector { get; }

    /// <summary>What the agent said last.</summary>
    internal TurnReading Asked { get; }

    /// <summary>What the customer said last.</summary>
    internal TurnReading Said { get; }

    /// <summary>The replies that were given so far.</summary>
    internal ReplyCounts Counts { get; }

    /// <summary>How often what the agent said last was answered so far.</summary>
    internal int TemplateCount { get; }

    /// <summary>The same of its last sentence.</summary>
    internal int SentenceCount { get; }

    /// <summary>How often such a question had such an answer.</summary>
    internal int AnswerCount { get; }

    /// <summary>1 where the conversation follows a script that is known, 0 where it does not.</summary>
    internal float Familiar => Asked.Words.Length == 0 ? 0.5f : Math.Min(1, TemplateCount / 10f);

    /// <summary>Whether the agent said this before, whatever the numbers and names.</summary>
    internal bool WasSaid(uint template)
    {
        foreach (var (agent, reading) in Reading.Runs)
        {
            if (agent && reading.Template == template)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a word was said.</summary>
    internal WordPlaces Places(uint word) => _words.GetValueOrDefault(word);
}
