using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;

namespace Pipeline.Tests.Suggestions.Candidates;

/// <summary>Comparing only the candidates that are likely suggests what comparing all does.</summary>
public sealed class CandidateSearchTests
{
    private static readonly SuggestionOptions Options = new() { MinimumScore = 0.02 };

    [Fact]
    public void The_suggestions_are_those_of_a_comparison_of_all_whatever_is_in_the_library()
    {
        var offered = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var library = new RandomLibrary(seed);
            CandidateCollection[] collections =
            [
                Collection(library, CandidateKind.Phrase, 1 + (seed * 3)),
                Collection(library, CandidateKind.Article, seed % 30),
                Collection(library, CandidateKind.Reply, seed * 8),
            ];
            for (var conversation = 0; conversation < 5; conversation++)
            {
                offered += SameAsComparingAll(library.Conversation(), collections, $"library {seed}, conversation {conversation}");
            }
        }

        Assert.True(offered > 600, "The libraries are too poor to show anything.");
    }

    [Fact]
    public void They_are_after_changes_too()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var library = new RandomLibrary(seed);
            var replies = Collection(library, CandidateKind.Reply, 1_500);
            var random = new Random(seed);
            for (var change = 0; change < 12; change++)
            {
                // New ones, others in the place of old ones, and some that go.
                var changed = library.Some(CandidateKind.Reply, Enumerable.Range(0, 12).Select(_ => random.Next(1_800)).Distinct());
                var removed = Enumerable.Range(0, 6).Select(_ => $"{random.Next(1_800):D6}").Except(changed.Select(candidate => candidate.Id)).ToArray();
                var expected = replies.Candidates.ToDictionary(candidate => candidate.Id);
                replies = replies.With(changed, removed);
                foreach (var candidate in changed)
                {
                    expected[candidate.Id] = candidate;
                }

                Assert.All(removed, id => expected.Remove(id));
                Assert.Equal(expected.Values.OrderBy(candidate => candidate.Id), replies.Candidates.OrderBy(candidate => candidate.Id));
                Assert.Equal(expected.Count, replies.Count);
                SameAsComparingAll(library.Conversation(), [replies], $"library {seed}, change {change}");
            }
        }
    }

    [Fact]
    public void Many_that_cannot_be_offered_do_not_hide_one_of_another_category()
    {
        var conversation = new Chat("fr").Customer("la fibre clignote encore", "internet_trouble").Scored();
        var replies = Enumerable.Range(0, 2_000).Select(number => Reply(number, $"La fibre clignote encore {number}.", "explanation"))
            .Append(Reply(3_000, "Pouvez-vous regarder le boîtier ?", "question"));

        var suggestions = ReplySuggester.Suggest(
            conversation, Index(CandidateCollection.Of("fr", replies)), new SuggestionOptions { MinimumScore = 0 });

        Assert.Contains(suggestions, suggestion => suggestion.Category == "question");
        Assert.Single(suggestions, suggestion => suggestion.Category == "explanation");
    }

    private static ReplyCandidate Reply(int number, string text, string category) => new()
    {
        Kind = CandidateKind.Reply,
        Id = $"{number:D6}",
        Source = $"reply:{number:D6}",
        Language = "fr",
        Text = text,
        Category = Pipeline.Suggestions.Library.PhraseWords.Category(category)!.Value,
        Intents = ["internet_trouble"],
        Accepted = 2,
    };

    private static CandidateCollection Collection(RandomLibrary library, CandidateKind kind, int count) =>
        CandidateCollection.Of("fr", library.Some(kind, Enumerable.Range(0, count)));

    private static CandidateIndex Index(params CandidateCollection[] collections) => new("fr", collections);

    private static int SameAsComparingAll(MessageScored message, CandidateCollection[] collections, string where)
    {
        var likely = ReplySuggester.Suggest(message, Index(collections), Options);
        var all = ReplySuggester.Suggest(message, new CandidateIndex("fr", collections) { ComparesAll = true }, Options);
        Assert.True(all.Select(Told).SequenceEqual(likely.Select(Told)), $"{where}: {string.Join(", ", all)} and not {string.Join(", ", likely)}");
        return all.Count;

        static (string, string, double) Told(Suggestion suggestion) => (suggestion.Source, suggestion.Text, suggestion.Score);
    }
}
