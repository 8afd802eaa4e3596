using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;
using Pipeline.Training.Corpus;

namespace Pipeline.Training.Evaluation;

/// <summary>
/// Counts what the masker finds against what the rows mark. Found is what has the same kind and, spaces aside, the same text.
/// </summary>
public sealed class EntityTally
{
    private readonly SortedDictionary<string, (int Right, int Found, int Marked)> _kinds = new(StringComparer.Ordinal);
    private readonly PersonalDataMasker _masker = new();

    /// <summary>Precision and recall of each kind that was marked or found; null for a share of nothing.</summary>
    public IReadOnlyDictionary<string, (double? Precision, double? Recall)> Kinds =>
        _kinds.ToDictionary(kind => kind.Key, kind => (Share(kind.Value.Right, kind.Value.Found), Share(kind.Value.Right, kind.Value.Marked)));

    /// <summary>Counts a row; one without the field is left out.</summary>
    public void Add(CorpusRow row)
    {
        if (row.PersonalData is not { } marked)
        {
            return;
        }

        var found = _masker.Entities(InputHygiene.Clean(row.Text)).Select(entity => (entity.Kind, Text: Spaced(entity.Text))).ToList();
        foreach (var entity in marked)
        {
            var right = found.Remove((entity.Kind, Spaced(entity.Text)));
            Count(entity.Kind, right ? 1 : 0, right ? 1 : 0, 1);
        }

        found.ForEach(entity => Count(entity.Kind, 0, 1, 0));
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Count(string kind, int right, int found, int marked)
    {
        var before = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = (before.Right + right, before.Found + found, before.Marked + marked);
    }
}
