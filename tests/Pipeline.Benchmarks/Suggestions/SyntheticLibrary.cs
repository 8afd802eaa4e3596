using System.Globalization;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Benchmarks.Suggestions;

/// <summary>
/// A library as large as a brand's can be, by seed. Words are drawn one by one, as often as they stand in the program's own texts, with a tail of
/// words that nobody wrote (Zipf's law); what a candidate is for is drawn from the program's own phrases. No sentence is anybody's.
/// </summary>
internal sealed class SyntheticLibrary
{
    private const int RareWords = 20_000;

    /// <summary>How many words of ten are of the tail.</summary>
    private const int RareInTen = 2;

    private readonly Random _random = new(1);
    private readonly Phrase[] _models;
    private readonly string[] _common;
    private readonly double[] _rareUpTo;

    public SyntheticLibrary(string language)
    {
        _models = [.. PhraseSeed.Phrases().Where(phrase => phrase.Language == language)];
        _common = [.. _models.Where(phrase => phrase.Allows("boreal", "web")).SelectMany(phrase => phrase.Text.Split(' ')).Where(word => !word.Contains('{', StringComparison.Ordinal))];
        _rareUpTo = new double[RareWords];
        var sum = 0.0;
        for (var rank = 0; rank < RareWords; rank++)
        {
            _rareUpTo[rank] = sum += 1.0 / (rank + 10);
        }
    }

    /// <summary>Candidates of a kind.</summary>
    public IEnumerable<ReplyCandidate> Some(CandidateKind kind, int count) => Enumerable.Range(0, count).Select(number => One(kind, number));

    /// <summary>One candidate.</summary>
    public ReplyCandidate One(CandidateKind kind, int number)
    {
        var model = _models[_random.Next(_models.Length)];
        var isReply = kind == CandidateKind.Reply;
        var id = number.ToString("D7", CultureInfo.InvariantCulture);
        return new()
        {
            Kind = kind,
            Id = id,
            Source = (isReply ? "reply:" : "phrase:") + id,
            Language = model.Language,
            Text = Text(),
            Category = model.Category,
            Tone = model.Tone,
            Intents = model.Intents,
            Keywords = isReply ? [] : model.Keywords,
            Brands = isReply ? ["boreal"] : model.Brands,
            Channels = isReply ? [] : model.Channels,
            Accepted = isReply ? _random.Next(2, 60) : 0,
        };
    }

    private string Text() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Sentence()));

    private string Sentence()
    {
        var words = Enumerable.Range(0, _random.Next(5, 13))
            .Select(_ => _random.Next(10) < RareInTen ? Rare() : _common[_random.Next(_common.Length)].TrimEnd('.', '?', '!', ',', ':'));
        return string.Join(' ', words) + (_random.Next(4) == 0 ? " ?" : ".");
    }

    private string Rare()
    {
        var at = Array.BinarySearch(_rareUpTo, _random.NextDouble() * _rareUpTo[^1]);
        var letters = new Random(at < 0 ? ~at : at);
        return new([.. Enumerable.Range(0, 5 + letters.Next(5)).Select(place => place % 2 == 0 ? "bcdfglmnprstvz"[letters.Next(14)] : "aeiou"[letters.Next(5)])]);
    }
}
