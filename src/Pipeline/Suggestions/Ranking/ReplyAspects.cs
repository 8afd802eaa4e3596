namespace Pipeline.Suggestions.Ranking;

/// <summary>What speaks for and against a reply in a conversation.</summary>
internal static class ReplyAspects
{
    /// <summary>The names of the aspects.</summary>
    public static readonly string[] Names =
    [
        "meaning", "given before", "template given before", "never given", "follows the last reply", "follows the last sentence",
        "follows the answer", "numbers known", "numbers new", "names known", "names new", "customer's words", "customer's earlier words",
        "words of the last reply", "words of earlier replies", "said before", "length", "asks", "asks again", "meaning of a new reply",
        "last sentence given before", "opening", "words known",
    ];

    private const int MostCounted = 3;

    /// <summary>Measures all aspects.</summary>
    public static void Measure(RankableContext context, RankableReply reply, Span<float> aspects)
    {
        var meaning = VectorTable.Dot(context.Vector, reply.Vector);
        var counts = context.Counts;
        aspects[0] = meaning;
        aspects[1] = MathF.Log(1 + reply.ExactCount);
        aspects[2] = MathF.Log(1 + reply.TemplateCount);
        aspects[3] = reply.TemplateCount == 0 ? 1 : 0;
        aspects[4] = Lift(context.TemplateCount, reply.TemplateCount, counts, ReplyCounts.AfterTemplate(context.Asked, reply.Reading));
        aspects[5] = Lift(context.SentenceCount, reply.SentenceCount, counts, ReplyCounts.AfterSentence(context.Asked, reply.Reading));
        aspects[6] = Lift(context.AnswerCount, reply.TemplateCount, counts, ReplyCounts.AfterAnswer(context.Asked, context.Said, reply.Reading));
        MeasureWords(context, reply, aspects);
        aspects[15] = context.WasSaid(reply.Reading.Template) ? 1 : 0;
        aspects[16] = MathF.Log(1 + reply.Reading.Words.Length);
        aspects[17] = reply.Reading.Asks ? 1 : 0;
        aspects[18] = reply.Reading.Asks && context.Asked.Asks ? 1 : 0;
        aspects[19] = reply.TemplateCount == 0 ? meaning : 0;
        aspects[20] = MathF.Log(1 + reply.SentenceCount);
        aspects[21] = context.Asked.Words.Length == 0 ? MathF.Log(1 + reply.Reading.Words.Length) : 0;
    }

    private static float Lift(int before, int after, ReplyCounts counts, uint both) =>
        before == 0 || after == 0 ? 0 : counts.Lift(before, counts.Of(both), after);

    private static void MeasureWords(RankableContext context, RankableReply reply, Span<float> aspects)
    {
        var (said, saidBefore, asked, told, all, any) = (0f, 0f, 0f, 0f, 1e-3f, 0f);
        var (numbersKnown, numbersNew, namesKnown, namesNew) = (0, 0, 0, 0);
        var words = reply.Reading.Words;
        for (var index = 0; index < words.Length; index++)
        {
            var places = context.Places(words[index].Hash);
            switch (words[index].Kind)
            {
                case RankingWordKind.Number when places == 0:
                    numbersNew++;
                    break;
                case RankingWordKind.Number:
                    numbersKnown++;
                    break;
                case RankingWordKind.Name when places == 0:
                    namesNew++;
                    break;
                case RankingWordKind.Name:
                    namesKnown++;
                    break;
                default:
                    break;
            }

            var rarity = reply.Rarities[index] * reply.Rarities[index];
            all += rarity;
            said += places.HasFlag(WordPlaces.Said) ? rarity : 0;
            saidBefore += places.HasFlag(WordPlaces.SaidBefore) ? rarity : 0;
            asked += places.HasFlag(WordPlaces.Asked) ? rarity : 0;
            told += places.HasFlag(WordPlaces.Told) ? rarity : 0;
            any += places != 0 ? rarity : 0;
        }

        aspects[7] = Math.Min(MostCounted, numbersKnown);
        aspects[8] = Math.Min(MostCounted, numbersNew);
        aspects[9] = Math.Min(MostCounted, namesKnown);
        aspects[10] = Math.Min(MostCounted, namesNew);
        var length = MathF.Sqrt(all);
        aspects[11] = said / length;
        aspects[12] = saidBefore / length;
        aspects[13] = asked / length;
        aspects[14] = told / length;
        aspects[22] = any / all;
    }
}
