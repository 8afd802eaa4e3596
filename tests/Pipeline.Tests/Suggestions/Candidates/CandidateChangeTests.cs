using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;

namespace Pipeline.Tests.Suggestions.Candidates;

/// <summary>A change is seen at once and whole, and nobody waits for it.</summary>
public sealed class CandidateChangeTests
{
    private static readonly SuggestionOptions Options = new() { MinimumScore = 0 };
    private static readonly MessageScored Asked = new Chat("fr").Customer("le zamboulidon grésille", "internet_trouble").Scored();

    [Fact]
    public void What_is_added_is_suggested_at_once_and_what_is_removed_no_more()
    {
        var before = Large();
        var added = before.With([One("zz", "Le zamboulidon grésille : débranchez-le.")], []);
        var removed = added.With([], ["zz"]);

        Assert.Contains(Suggested(added), suggestion => suggestion.Source == "phrase:zz");
        Assert.DoesNotContain(Suggested(removed), suggestion => suggestion.Source == "phrase:zz");
        Assert.DoesNotContain(Suggested(before), suggestion => suggestion.Source == "phrase:zz");
        Assert.Equal((before.Count, before.Count + 1, before.Count), (before.Count, added.Count, removed.Count));
    }

    [Fact]
    public void What_takes_the_place_of_another_is_offered_and_the_other_is_not()
    {
        var changed = Large().With([One("zz", "Le zamboulidon grésille : débranchez-le.")], []).With([One("zz", "Le zamboulidon grésille ? Secouez-le.")], []);

        var suggestion = Assert.Single(Suggested(changed), suggestion => suggestion.Source == "phrase:zz");
        Assert.Equal("Le zamboulidon grésille ? Secouez-le.", suggestion.Text);
    }

    [Fact]
    public void Many_changes_one_after_the_other_leave_what_one_change_does()
    {
        var library = new RandomLibrary(3);
        var candidates = library.Some(CandidateKind.Phrase, Enumerable.Range(0, 2_000));
        var oneByOne = CandidateCollection.Of("fr", candidates.Take(1_000));
        foreach (var candidate in candidates.Skip(1_000))
        {
            oneByOne = oneByOne.With([candidate], []);
        }

        Assert.Equal(candidates, oneByOne.Candidates.OrderBy(candidate => candidate.Id, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Readers_at_once_see_one_change_or_the_next_and_never_half_of_one()
    {
        // Each change replaces two phrases that say which change it was.
        var current = Large().With(Pair(0), []);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var seen = new HashSet<string>();
            while (!stop.IsCancellationRequested || seen.Count == 0)
            {
                string[] told = [.. Suggested(Volatile.Read(ref current)).Select(suggestion => suggestion.Text).Where(text => text.Contains("numéro"))];
                Assert.Equal(2, told.Length);
                seen.Add(Assert.Single(told.Select(text => text.Split("numéro ")[1].TrimEnd('.', '?', ' ')).Distinct()));
            }

            return seen.Count;
        })).ToArray();

        for (var change = 1; change <= 150; change++)
        {
            Volatile.Write(ref current, current.With(Pair(change), []));
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen => Assert.InRange(seen, 1, 151));
    }

    [Fact]
    public void Readers_at_once_do_not_disturb_each_other()
    {
        var library = new RandomLibrary(5);
        var index = new CandidateIndex("fr", [CandidateCollection.Of("fr", library.Some(CandidateKind.Reply, Enumerable.Range(0, 3_000)))]);
        MessageScored[] messages = [.. Enumerable.Range(0, 64).Select(_ => library.Conversation())];
        string[] alone = [.. messages.Select(Told)];

        var together = messages.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(Told).ToArray();

        Assert.Equal(alone, together);
        Assert.Contains(alone, told => told.Length > 0);

        string Told(MessageScored message) => string.Join('|', ReplySuggester.Suggest(message, index, Options).Select(one => (one.Source, one.Score)));
    }

    private static IReadOnlyList<Suggestion> Suggested(CandidateCollection collection) =>
        ReplySuggester.Suggest(Asked, new CandidateIndex("fr", [collection]), Options);

    private static CandidateCollection Large() =>
        CandidateCollection.Of("fr", new RandomLibrary(1).Some(CandidateKind.Phrase, Enumerable.Range(0, 600)));

    private static ReplyCandidate[] Pair(int change) =>
    [
        One("pair-a", $"Le zamboulidon grésille, dossier numéro {change}."),
        One("pair-b", $"Votre zamboulidon est il branché ailleurs, salon cuisine garage, numéro {change} ?"),
    ];

    private static ReplyCandidate One(string id, string text) => new()
    {
        Kind = CandidateKind.Phrase,
        Id = id,
        Source = $"phrase:{id}",
        Language = "fr",
        Text = text,
        Category = text.EndsWith('?') ? Pipeline.Suggestions.Library.PhraseCategory.Question : Pipeline.Suggestions.Library.PhraseCategory.Explanation,
        Intents = ["internet_trouble"],
        Keywords = ["zamboulidon", "grésille"],
    };
}
