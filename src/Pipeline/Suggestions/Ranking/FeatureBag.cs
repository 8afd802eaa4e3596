using System.Runtime.InteropServices;

namespace Pipeline.Suggestions.Ranking;

/// <summary>Collects features in groups; every group counts the same, however many features it has.</summary>
internal sealed class FeatureBag
{
    private readonly List<uint> _ids = [];
    private readonly List<float> _values = [];
    private int _begun;

    /// <summary>The numbers of the features; one may stand several times.</summary>
    public ReadOnlySpan<uint> Ids => CollectionsMarshal.AsSpan(_ids);

    /// <summary>How much each counts.</summary>
    public ReadOnlySpan<float> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>Takes in a feature of the open group.</summary>
    public void Add(uint id) => _ids.Add(id);

    /// <summary>Ends the group.</summary>
    /// <param name="weight">What the group counts.</param>
    public void EndGroup(float weight = 1)
    {
        var count = _ids.Count - _begun;
        for (var index = 0; index < count; index++)
        {
            _values.Add(weight / MathF.Sqrt(count));
        }

        _begun = _ids.Count;
    }

    /// <summary>Takes in the words, pairs and triples of a text as one group.</summary>
    /// <param name="words">The text.</param>
    /// <param name="kind">The kind of the features.</param>
    /// <param name="longest">1 for words, 2 for pairs too, 3 for triples too.</param>
    /// <param name="templates">Whether names are replaced too.</param>
    public void AddRuns(ReadOnlySpan<RankingWord> words, uint kind, int longest, bool templates = false)
    {
        for (var index = 0; index < words.Length; index++)
        {
            var hash = RankingHash.Begin(kind);
            for (var length = 1; length <= longest && index + length <= words.Length; length++)
            {
                var word = words[index + length - 1];
                hash = RankingHash.Add(hash, templates ? word.Template : word.Form);
                _ids.Add(RankingHash.Finish(hash));
            }
        }
    }
}
