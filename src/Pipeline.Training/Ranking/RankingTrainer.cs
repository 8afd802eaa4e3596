using Pipeline.Suggestions.Ranking;

namespace Pipeline.Training.Ranking;

/// <summary>
/// Trains the ranker: an encoder from most conversations, the weights of the aspects on lists made of the others, then the encoder that
/// ships from all.
/// </summary>
/// <param name="corpus">The conversations.</param>
/// <param name="options">How the encoder is trained.</param>
internal sealed class RankingTrainer(RankingCorpus corpus, EncoderOptions options)
{
    /// <summary>One conversation in so many is kept for fitting the weights.</summary>
    private const int Parts = 8;

    private const int MostLists = 3000;
    private const int LeastTexts = 10;
    private const int LeastCount = 2;
    private const int Rounds = 150;
    private const double Ridge = 10;

    private readonly FeatureBag[] _replies = [.. corpus.Replies.Select(ReplyFeatures.Of)];

    /// <summary>Trains on all conversations.</summary>
    /// <param name="name">The name and version of the model.</param>
    /// <param name="weights">The weights of the aspects.</param>
    /// <param name="typical">How much of each aspect a reply usually has.</param>
    /// <param name="progress">Told what share is done, 0 to 1.</param>
    public RankerModel Learn(string name, float[] weights, float[] typical, Action<double>? progress = null) =>
        Learn(name, corpus.Places, weights, typical, progress);

    /// <summary>Lists of conversations that were kept apart, as an encoder sees them that learned from the rest.</summary>
    public IReadOnlyList<ReplyList> Lists(Action<double>? progress = null)
    {
        var unseen = corpus.Places.Where(place => place.Part(Parts) == 0).ToLookup(place => place.Corpus);
        var model = Learn("", [.. corpus.Places.Where(place => place.Part(Parts) != 0)], new float[ReplyList.Width], [], progress);
        var random = new Random(options.Seed);
        var lists = new List<ReplyList>();
        foreach (var own in unseen.OrderBy(group => group.Key).Select(group => group.ToArray()))
        {
            int[] pool = [.. own.Select(place => place.Reply).Distinct()];
            var replies = pool.ToDictionary(reply => reply, reply => new RankableReply(corpus.Replies[reply], model));
            random.Shuffle(own);
            lists.AddRange(own.Take(MostLists).Select(place => ReplyList.Of(place, model, replies, pool, random)));
        }

        return lists;
    }

    /// <summary>Fits the weights of the aspects.</summary>
    public static float[] Fit(IEnumerable<ReplyList> lists, Action<double>? progress = null)
    {
        // Before anything is learned, the encoder alone ranks.
        var prior = new float[ReplyList.Width];
        prior[0] = 1;
        (float[], int)[] all = [.. lists.Select(list => (list.Aspects, 1))];
        return all.Length == 0 ? prior : ListwiseFit.Fit(all, prior, Ridge, Rounds, progress);
    }

    /// <summary>How much of each aspect a reply usually has.</summary>
    public static float[] Typical(IReadOnlyList<ReplyList> lists)
    {
        var (sums, count) = (new double[ReplyAspects.Names.Length], 0);
        foreach (var list in lists)
        {
            for (var at = 0; at < list.Aspects.Length; at += ReplyList.Width)
            {
                for (var aspect = 0; aspect < sums.Length; aspect++)
                {
                    sums[aspect] += list.Aspects[at + aspect];
                }

                count++;
            }
        }

        return [.. sums.Select(sum => (float)(sum / Math.Max(1, count)))];
    }

    private RankerModel Learn(
        string name, IReadOnlyList<AnsweredPlace> places, float[] weights, float[] typical, Action<double>? progress)
    {
        ContextReading[] contexts = [.. places.Select(place => place.Read())];
        var used = places.Select(place => place.Reply).Distinct().Order().ToLookup(reply => corpus.CorpusOf[reply]);
        var features = new EncoderFeatures(
            contexts.Select(context => context.Features), used.SelectMany(replies => replies).Select(reply => _replies[reply]), options);
        var learner = new EncoderLearner(features.Ids.Length, [.. _replies.Select(features.Of)], options);
        var examples = Enumerable.Range(0, places.Count)
            .ToLookup(at => places[at].Corpus, at => new EncoderExample(features.Of(contexts[at].Features), places[at].Reply));
        learner.Train([.. used.Select(replies => (examples[replies.Key].ToArray(), replies.ToArray()))], progress);
        return new(
            name, VectorTable.Round(options.Width, features.Ids, learner.Vectors), Count(places, contexts), Rarity(places), weights, typical);
    }

    private ReplyCounts Count(IReadOnlyList<AnsweredPlace> places, ContextReading[] contexts)
    {
        var counts = new ReplyCounts();
        for (var at = 0; at < contexts.Length; at++)
        {
            counts.Add(contexts[at], corpus.Replies[places[at].Reply]);
        }

        return counts.AtLeast(LeastCount);
    }

    private WordRarity Rarity(IReadOnlyList<AnsweredPlace> places)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var place in places)
        {
            foreach (var word in corpus.Replies[place.Reply].Words.Concat(place.Turns[^1].Reading.Words).Select(word => word.Hash).Distinct())
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        return new(counts.Where(count => count.Value >= LeastTexts).ToDictionary(), 2 * places.Count);
    }
}
