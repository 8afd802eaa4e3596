using System.Globalization;
using System.Text;
using Pipeline.Suggestions.Ranking;
using Pipeline.Training.Evaluation;

namespace Pipeline.Training.Ranking;

/// <summary>The figures of the documentation.</summary>
internal static class RankingCard
{
    /// <summary>Writes them, in lines that end with a line feed.</summary>
    public static string Write(RankerModel model, string file, RankingCorpus corpus, IReadOnlyList<RankingMeasurement> measured)
    {
        var card = new StringBuilder();
        Line(card, $"Model `{model.Name}`, fingerprint `{ModelFingerprint.OfFile(file)}`, {new FileInfo(file).Length:N0} bytes: {model.Vectors.Ids.Length:N0} features of {model.Vectors.Width} numbers, {model.Counts.Counts.Count:N0} counts, {model.Rarity.Common.Count:N0} words.");
        Line(card, $"");
        Line(card, $"| corpus | answers learned from | different | lists kept apart | R@1 / R@5 / R@10 | the encoder alone |");
        Line(card, $"| --- | --- | --- | --- | --- | --- |");
        for (var number = 0; number < measured.Count; number++)
        {
            var own = number;
            Line(card, $"| {measured[number].Corpus} | {corpus.Places.Count(place => place.Corpus == own):N0} | {corpus.CorpusOf.Count(of => of == own):N0} | {measured[number].Ranker.Rows:N0} | {RankingMeasurement.Text(measured[number].Ranker)} | {RankingMeasurement.Text(measured[number].Encoder)} |");
        }

        Line(card, $"");
        Line(card, $"| aspect | weight | more where the script is known |");
        Line(card, $"| --- | --- | --- |");
        for (var aspect = 0; aspect < ReplyAspects.Names.Length; aspect++)
        {
            Line(card, $"| {ReplyAspects.Names[aspect]} | {model.WeightOf(aspect, 0):F2} | {model.WeightOf(aspect, 1) - model.WeightOf(aspect, 0):F2} |");
        }

        return card.ToString();
    }

    private static void Line(StringBuilder card, FormattableString text) => card.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
