using Pipeline.Messages;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions.Candidates;

/// <summary>Candidates that nobody would write, by seed, of words that conversations of the same seed use.</summary>
internal sealed class RandomLibrary(int seed)
{
    private static readonly string[] Intents = ["refund", "delivery_problem", "internet_trouble", "billing_dispute", "small_talk_other"];
    private static readonly PhraseCategory[] Categories = Enum.GetValues<PhraseCategory>();
    private static readonly PhraseTone[] Tones = Enum.GetValues<PhraseTone>();

    private readonly Random _random = new(seed);
    private readonly string[] _words = [.. Enumerable.Range(0, 20 + (seed % 200)).Select(number => Word(seed, number))];

    /// <summary>Candidates of a kind with these numbers.</summary>
    public IReadOnlyList<ReplyCandidate> Some(CandidateKind kind, IEnumerable<int> numbers) => [.. numbers.Select(number => One(kind, number))];

    /// <summary>One candidate.</summary>
    public ReplyCandidate One(CandidateKind kind, int number) => new()
    {
        Kind = kind,
        Id = $"{number:D6}",
        Source = $"{kind}:{number:D6}".ToLowerInvariant(),
        Language = "fr",
        Text = Text(),
        Category = _random.Next(3) == 0 ? PhraseCategory.Explanation : Pick(Categories),
        Tone = Pick(Tones),
        Intents = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(Intents)).Distinct()],
        Keywords = _random.Next(3) == 0 ? [Pick(_words)] : [],
        Brands = _random.Next(6) == 0 ? [Pick(["boreal", "lumo"])] : [],
        Channels = _random.Next(6) == 0 ? [Pick(["web", "sms"])] : [],
        Accepted = kind == CandidateKind.Reply ? _random.Next(1, 4) : 0,
    };

    /// <summary>A conversation of several turns.</summary>
    public MessageScored Conversation()
    {
        var chat = new Chat("fr").Customer(Text(), Intent());
        for (var turns = _random.Next(4); turns > 0; turns--)
        {
            chat = chat.Advisor(Text()).Customer(Text(), Intent(), Pick(Enum.GetValues<Emotion>()));
        }

        return chat.Scored();
    }

    private string? Intent() => _random.Next(4) == 0 ? null : Pick(Intents);

    private string Text()
    {
        var words = Enumerable.Range(0, _random.Next(2, 14)).Select(_ => _words[(int)(_words.Length * Math.Pow(_random.NextDouble(), 2))]);
        return string.Join(' ', words) + (_random.Next(8) == 0 ? " {amount}." : _random.Next(5) == 0 ? ". " + Pick(_words) + " ?" : ".");
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private static string Word(int seed, int number)
    {
        var random = new Random((seed * 1_000) + number);
        return new([.. Enumerable.Range(0, random.Next(4, 9)).Select(at => at % 2 == 0 ? "bdfglmnprstv"[random.Next(12)] : "aeiou"[random.Next(5)])]);
    }
}
