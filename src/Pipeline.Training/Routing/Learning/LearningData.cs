using Pipeline.Training.Corpus;

namespace Pipeline.Training.Routing.Learning;

/// <summary>What routing is learned from: chats and wishes by hand, and a part of the single messages.</summary>
/// <param name="Cases">The chats.</param>
/// <param name="Wishes">The wishes and what looks like one.</param>
/// <param name="Ordinary">The single messages that are held out, from which nothing is learned: how many ordinary ones are taken for a wish.</param>
internal sealed record LearningData(
    IReadOnlyList<LearningCase> Cases, IReadOnlyList<LearningWish> Wishes, IReadOnlyList<LearningWish> Ordinary)
{
    /// <summary>The hand of the single messages: it is only learned from.</summary>
    public const string Corpus = "messages";

    // A tenth of the ordinary messages is learned from, and never the one that is held out: two tenths made wishes of other hands be missed.
    private const uint Tenth = 10;
    private const uint LearnedTenth = 1;

    // The first ones: the English are counterparts of the French, so they are one hand.
    private static readonly Dictionary<string, string> Hands = new(StringComparer.Ordinal) { ["fr"] = "first", ["en"] = "first" };

    /// <summary>The hands that are left out one after another, ordered.</summary>
    public IReadOnlyList<string> AllHands { get; } = [.. Cases.Select(one => one.Hand).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder of the corpus.</param>
    /// <param name="tests">The folder of the cases of the tests, whose odd lines were looked at and are learned from; null for none.</param>
    public static LearningData Read(string folder, string? tests)
    {
        var walk = new CaseWalk();
        var cases = new List<LearningCase>();
        var wishes = new List<LearningWish>();
        foreach (var file in Files(folder, "routing."))
        {
            cases.AddRange(LabelledCase.Read(file).Select(row => LearningCase.Take(walk, HandOf(file), row)));
        }

        foreach (var file in Files(folder, "wishes."))
        {
            wishes.AddRange(LabelledWish.Read(file).Select(row => Of(HandOf(file), row)));
        }

        if (tests is not null)
        {
            cases.AddRange(Files(tests, "cases.").SelectMany(file => Odd(LabelledCase.Read(file))).Select(row => LearningCase.Take(walk, "seen", row)));
            wishes.AddRange(Files(tests, "wish.").SelectMany(file => Odd(LabelledWish.Read(file))).Select(row => Of("seen", row)));
        }

        var messages = CorpusFile.ReadFolder(folder).Where(row => row.WantsHuman is not null).ToList();
        wishes.AddRange(messages.Where(row => HeldOut.HashOf(row.Text) % Tenth == LearnedTenth).Select(Of));
        return cases.Count > 0 && wishes.Count > 0
            ? new(cases, wishes, [.. messages.Where(HeldOut.Contains).Select(Of)])
            : throw new CorpusFileException($"{folder}: there are no files routing.*.jsonl and wishes.*.jsonl to learn from.");
    }

    private static LearningWish Of(CorpusRow row) =>
        new(Corpus, row.WantsHuman!.Value, row.Language ?? "und", MessageEvidence.ReadRaw(row.Text, row.Language), 1);

    private static LearningWish Of(string hand, LabelledWish row) =>
        new(hand, row.Wish, row.Language, MessageEvidence.ReadRaw(row.Text, row.Language), 1);

    private static IEnumerable<T> Odd<T>(IReadOnlyList<T> rows) => rows.Where((_, index) => index % 2 == 0);

    private static string HandOf(string file) =>
        Path.GetFileName(file).Split('.')[1] is var hand && Hands.TryGetValue(hand, out var named) ? named : hand;

    private static IEnumerable<string> Files(string folder, string start) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.jsonl")
            .Where(file => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        : throw new CorpusFileException($"{folder}: there is no such folder.");
}
