using Pipeline.Suggestions.Ranking;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Ranking;

/// <summary>A conversation and candidates for its next reply, of which one was given.</summary>
/// <param name="Turns">The conversation, oldest first.</param>
/// <param name="Candidates">The candidates.</param>
/// <param name="Gold">The index of the one that was given.</param>
internal sealed record CandidateList(IReadOnlyList<RankingTurn> Turns, IReadOnlyList<string> Candidates, int Gold)
{
    /// <summary>Reads JSON Lines of lists.</summary>
    /// <exception cref="CorpusFileException">It is not there, or a line is no list; the message names the line.</exception>
    public static IEnumerable<CandidateList> ReadFile(string file)
    {
        if (!File.Exists(file))
        {
            throw new CorpusFileException($"{file}: there is no such file.");
        }

        foreach (var (number, text) in JsonLines.Read(file))
        {
            var row = RankingRow.Read(text, file, number);
            if (row is not { Context: { } context, Candidates: { } candidates, Gold: { } gold })
            {
                throw new CorpusFileException($"{file}, line {number}: \"context\", \"candidates\" and \"gold\" must all be there.");
            }

            if (gold < 0 || gold >= candidates.Count)
            {
                throw new CorpusFileException($"{file}, line {number}: gold is {gold}, but there are {candidates.Count} candidates, counted from 0.");
            }

            yield return new([.. RankingRow.Turned(context)], candidates, gold);
        }
    }

    /// <summary>How many candidates score at least as high as the one that was given.</summary>
    public int Rank(ReplyRanker ranker)
    {
        var context = ranker.Prepare(Turns);
        float[] scores = [.. Candidates.Select(candidate => ranker.Score(context, ranker.Prepare(candidate)))];
        return scores.Where((score, index) => index != Gold && score >= scores[Gold]).Count();
    }
}
